package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import io.github.kisfutures.market.ContractCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The underlying's price as the last basis implies it, and what is measured against it. Each
 * quotient is rounded once.
 *
 * @param basis the last basis, won
 * @param price of the underlying, won; above 0
 */
record Underlying(BigDecimal basis, BigDecimal price) {
  private static final int SCALE = 4;
  private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);
  private static final BigDecimal PERCENT_DAYS = BigDecimal.valueOf(365 * 100L);

  /**
   * The underlying at the window's last trade with a basis; null without one, or where its price
   * would not be above 0.
   */
  static @Nullable Underlying of(BasisSums sums) {
    if (sums.count() == 0) {
      return null;
    }
    BigDecimal basis = BigDecimal.valueOf(sums.last().raw(TradePoint.BASIS), 2);
    BigDecimal price = BigDecimal.valueOf(sums.last().raw(TradePoint.PRICE)).subtract(basis);
    return price.signum() > 0 ? new Underlying(basis, price) : null;
  }

  /** An amount of won in hundredths of a percent of the underlying's price. */
  @Nullable BigDecimal basisPoints(@Nullable BigDecimal won) {
    return won == null ? null : Amounts.quotient(won.multiply(BASIS_POINTS), price, SCALE);
  }

  /**
   * The interest that the basis is worth until the contract's last trading day, percent a year;
   * null from that day on, and where it is not known.
   */
  @Nullable BigDecimal impliedRate(String contract, LocalDate date) {
    long days = ContractCode.daysToLastTradingDay(contract, date).orElse(0);
    return days <= 0
        ? null
        : Amounts.quotient(
            basis.multiply(PERCENT_DAYS), price.multiply(BigDecimal.valueOf(days)), SCALE);
  }
}
