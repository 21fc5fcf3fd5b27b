package io.github.kisfutures.simulator;

/**
 * What has happened in one contract on one day: the state behind the cumulative fields of {@code
 * docs/feed.md}, "Fields". Amounts in won, quantities in contracts.
 */
final class ContractDay {
  /** Shares per contract. */
  static final int MULTIPLIER = 10;

  private final PriceBand band;
  private final long previousVolume;
  private final long previousOpenInterest;

  private long open;
  private long high;
  private long low;
  private long last;
  private long volume;
  private long value;
  private long openInterest;
  private long sellTrades;
  private long buyTrades;
  private long sellVolume;
  private long buyVolume;

  /** A day that begins where another one ended. */
  ContractDay(PriceBand band, long previousVolume, long previousOpenInterest) {
    this.band = band;
    this.previousVolume = previousVolume;
    this.previousOpenInterest = previousOpenInterest;
    this.openInterest = previousOpenInterest;
    this.last = band.previousClose();
  }

  /** The day after this one. */
  ContractDay next() {
    return new ContractDay(
        PriceBand.around(last), volume == 0 ? previousVolume : volume, openInterest);
  }

  /** Enters a trade. */
  void enter(long price, long quantity, Aggressor aggressor, long openInterestChange) {
    if (volume == 0) {
      open = price;
      high = price;
      low = price;
    }
    high = Math.max(high, price);
    low = Math.min(low, price);
    last = price;
    volume += quantity;
    value += price * quantity * MULTIPLIER;
    openInterest += openInterestChange;
    switch (aggressor) {
      case BUYER -> {
        buyTrades++;
        buyVolume += quantity;
      }
      case SELLER -> {
        sellTrades++;
        sellVolume += quantity;
      }
      case NOBODY -> {}
    }
  }

  PriceBand band() {
    return band;
  }

  long previousVolume() {
    return previousVolume;
  }

  long previousOpenInterest() {
    return previousOpenInterest;
  }

  long open() {
    return open;
  }

  long high() {
    return high;
  }

  long low() {
    return low;
  }

  long last() {
    return last;
  }

  long volume() {
    return volume;
  }

  long value() {
    return value;
  }

  long openInterest() {
    return openInterest;
  }

  long sellTrades() {
    return sellTrades;
  }

  long buyTrades() {
    return buyTrades;
  }

  long sellVolume() {
    return sellVolume;
  }

  long buyVolume() {
    return buyVolume;
  }
}
