package io.github.kisfutures.market;

/** What a number counts. */
public enum Unit {
  /** No number, or one without a unit. */
  NONE(""),
  /** Won; of a price, won per share. */
  WON("won"),
  /** Won in one minute. */
  WON_PER_MINUTE("won per minute"),
  /** Contracts of a future. */
  CONTRACTS("contracts"),
  /** Trades. */
  TRADES("trades"),
  /** Hundredths of a percent. */
  BASIS_POINTS("basis points"),
  /** Hundredths. */
  PERCENT("percent");

  private final String word;

  Unit(String word) {
    this.word = word;
  }

  /** As people write it; empty for none. */
  public String word() {
    return word;
  }
}
