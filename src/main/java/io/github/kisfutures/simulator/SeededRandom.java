package io.github.kisfutures.simulator;

/**
 * A small random generator of integers (SplitMix64), so that a seed means the same market on every
 * Java version. Not thread-safe.
 */
final class SeededRandom {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** A stream of its own for every combination of seed, date and name. */
  SeededRandom(long seed, long epochDay, String name) {
    long mixed = mix(seed) ^ mix(epochDay + GAMMA);
    for (int i = 0; i < name.length(); i++) {
      mixed = mix(mixed + name.charAt(i));
    }
    state = mixed;
  }

  private long next() {
    state += GAMMA;
    return mix(state);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number from 0 to {@code bound - 1}. */
  long below(long bound) {
    return (next() >>> 1) % bound;
  }

  /** A number from {@code low} to {@code high}, both included. */
  long between(long low, long high) {
    return low + below(high - low + 1);
  }

  /** True in {@code percent} of 100 cases. */
  boolean percent(long percent) {
    return below(100) < percent;
  }
}
