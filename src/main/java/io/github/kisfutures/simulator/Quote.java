package io.github.kisfutures.simulator;

/** Best bid and ask of a future, one tick apart, following a fair price that they seldom hit. */
final class Quote {
  private static final int FOLLOW_PERCENT = 60;
  private static final int NOISE_PERCENT = 6;
  private static final int PRESSURE_PERCENT = 3;
  private static final int STRONGEST_PRESSURE = 3;

  private final PriceBand band;
  private long bid;

  /** Ticks that demand puts on the fair price; what makes the basis wander. */
  private long pressure;

  /** A quote about a price in won, off the grid. */
  Quote(PriceBand band, long fairPrice) {
    this.band = band;
    this.bid = Math.min(band.clamp(fairPrice), PriceBand.below(band.upper()));
  }

  /** Moves by at most a tick towards the fair price, or at random. */
  void follow(long theoreticalHundredths, SeededRandom random) {
    if (random.percent(PRESSURE_PERCENT)) {
      pressure += random.percent(50 - 10 * pressure) ? 1 : -1;
      pressure = Math.max(-STRONGEST_PRESSURE, Math.min(STRONGEST_PRESSURE, pressure));
    }
    long theoretical = theoreticalHundredths / 100;
    long tick = PriceBand.above(bid) - bid;
    long fair = band.clamp(theoretical + pressure * tick);
    if (random.percent(NOISE_PERCENT)) {
      move(random.percent(50));
    } else if (bid != fair && random.percent(FOLLOW_PERCENT)) {
      move(fair > bid);
    }
  }

  /** Moves a tick up or down, within the band. */
  void move(boolean up) {
    if (up && ask() < band.upper()) {
      bid = ask();
    } else if (!up && bid > band.lower()) {
      bid = PriceBand.below(bid);
    }
  }

  /** Best bid, won. */
  long bid() {
    return bid;
  }

  /** Best ask, won. */
  long ask() {
    return PriceBand.above(bid);
  }
}
