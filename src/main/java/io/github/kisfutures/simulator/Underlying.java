package io.github.kisfutures.simulator;

/**
 * The share behind a future: a random walk in ticks with changing trends, pulled back to where it
 * began, and the theoretical price that the cost of carry makes of it.
 */
final class Underlying {
  private static final int STEP_PERCENT = 4;
  private static final int NEW_TREND_PERMILLE = 3;
  private static final int STRONGEST_TREND = 12;
  private static final int MOST_PERCENT = 90;
  private static final long MILLION = 1_000_000;

  private final PriceBand band;
  private final long anchor;
  private final long carryPerMillion;
  private long price;
  private long trend;

  /**
   * A share at a price.
   *
   * @param price won, on the grid
   * @param carryPerMillion what the future is worth more, in millionths of the price
   */
  Underlying(long price, long carryPerMillion) {
    this.band = PriceBand.around(price);
    this.anchor = price;
    this.price = price;
    this.carryPerMillion = carryPerMillion;
  }

  /** Lets a little time pass. */
  void step(SeededRandom random) {
    if (random.below(1000) < NEW_TREND_PERMILLE) {
      trend = random.between(-STRONGEST_TREND, STRONGEST_TREND);
    }
    if (!random.percent(STEP_PERCENT)) {
      return;
    }
    long awayPermille = (price - anchor) * 1000 / anchor;
    long up = 50 + trend - awayPermille / 2;
    boolean rises = random.percent(Math.max(100 - MOST_PERCENT, Math.min(MOST_PERCENT, up)));
    price = band.clamp(rises ? PriceBand.above(price) : PriceBand.below(price));
  }

  /** Won. */
  long price() {
    return price;
  }

  /** Theoretical price of the future, hundredths of a won. */
  long theoreticalHundredths() {
    return Ratio.roundHalfUp(price * 100 * (MILLION + carryPerMillion), MILLION);
  }

  /** What a month more costs, won on the grid, negative as in the captured sample. */
  long calendarSpread() {
    long month = price * 2500 / MILLION;
    long tick = PriceBand.above(price) - price;
    return -(month / tick) * tick;
  }
}
