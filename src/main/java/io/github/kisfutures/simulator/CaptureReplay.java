package io.github.kisfutures.simulator;

import java.nio.file.Path;

/**
 * A capture to be replayed by the simulator, instead of a market.
 *
 * @param path a capture file, plain or {@code .gz}, or a directory of such files, read in the order
 *     of their paths; files whose names begin with a dot or an underscore are left out
 * @param speed 1 for the original pace of the receive times, 10 for ten times that, {@link
 *     #AS_FAST_AS_POSSIBLE} for that of the clients
 * @param awaitedRegistrations the replay begins when so many contracts are registered; 0 for at
 *     once
 */
public record CaptureReplay(Path path, double speed, int awaitedRegistrations) {
  /** The speed at which the clients can read. */
  public static final double AS_FAST_AS_POSSIBLE = Double.POSITIVE_INFINITY;

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException with one sentence, if one is out of range
   */
  public CaptureReplay {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("the speed of a replay must be more than 0, not " + speed);
    }
    if (awaitedRegistrations < 0) {
      throw new IllegalArgumentException(
          "a replay cannot wait for " + awaitedRegistrations + " registrations");
    }
  }

  /** At the original pace, as soon as a contract is registered. */
  public static CaptureReplay of(Path path) {
    return new CaptureReplay(path, 1, 1);
  }
}
