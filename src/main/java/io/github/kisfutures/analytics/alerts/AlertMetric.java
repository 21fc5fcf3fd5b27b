package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.analytics.bars.Bar;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule can watch: every numeric column of a bar, and silence ({@code docs/numbers.md},
 * "Alerts").
 */
public enum AlertMetric {
  /** Number of trades. */
  TRADES(bar -> whole(bar.trades())),
  /** Price of the first trade, won. */
  OPEN(bar -> whole(bar.open())),
  /** Highest price, won. */
  HIGH(bar -> whole(bar.high())),
  /** Lowest price, won. */
  LOW(bar -> whole(bar.low())),
  /** Price of the last trade, won. */
  CLOSE(bar -> whole(bar.close())),
  /** Won. */
  PRICE_CHANGE(bar -> whole(bar.priceChange())),
  /** Contracts. */
  VOLUME(bar -> whole(bar.volume())),
  /** Won. */
  TURNOVER(Bar::turnover),
  /** Won. */
  VWAP(Bar::vwap),
  /** Won. */
  VWAP_OBSERVED(Bar::vwapObserved),
  /** Won. */
  SESSION_VWAP(Bar::sessionVwap),
  /** Contracts. */
  MISSED_VOLUME(bar -> whole(bar.missedVolume())),
  /** Won. */
  BASIS_OPEN(Bar::basisOpen),
  /** Won. */
  BASIS_HIGH(Bar::basisHigh),
  /** Won. */
  BASIS_LOW(Bar::basisLow),
  /** Won. */
  BASIS_CLOSE(Bar::basisClose),
  /** Won. */
  BASIS_MEAN(Bar::basisMean),
  /** Won. */
  BASIS_DRIFT(Bar::basisDrift),
  /** Won per minute. */
  BASIS_SLOPE(Bar::basisSlope),
  /** Won. */
  THEORETICAL_BASIS(Bar::theoreticalBasis),
  /** Won. */
  MISPRICING(Bar::mispricing),
  /** Won. */
  MISPRICING_MEAN(Bar::mispricingMean),
  /** Percent. */
  DISPARITY(Bar::disparity),
  /** Contracts. */
  OI_OPEN(bar -> whole(bar.oiOpen())),
  /** Contracts. */
  OI_CLOSE(bar -> whole(bar.oiClose())),
  /** Contracts. */
  OI_CHANGE(bar -> whole(bar.oiChange())),
  /** Contracts. */
  OI_CHANGE_DAY(bar -> whole(bar.oiChangeDay())),
  /** Contracts. */
  BUY_VOLUME(bar -> whole(bar.buyVolume())),
  /** Contracts. */
  SELL_VOLUME(bar -> whole(bar.sellVolume())),
  /** Won. */
  BEST_ASK(bar -> whole(bar.bestAsk())),
  /** Won. */
  BEST_BID(bar -> whole(bar.bestBid())),
  /** Seconds without a trade in the continuous session; no column of a bar. */
  SILENCE(bar -> null);

  private interface Column {
    @Nullable BigDecimal of(Bar bar);
  }

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final Column column;

  AlertMetric(Column column) {
    this.column = column;
  }

  /** As rules write it: the column's name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The bar's value; null where its column is null, and of silence. */
  public @Nullable BigDecimal of(Bar bar) {
    return column.of(bar);
  }

  private static @Nullable BigDecimal whole(@Nullable Long value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }
}
