package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TickSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks the identities of {@code docs/feed.md}, "Fields" with decimals, independently of the
 * model's integer arithmetic; keeps the previous trade of every contract.
 */
final class TradeIdentities {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String description;
  private final Map<String, StockFuturesTrade> previous = new HashMap<>();
  private int checked;

  TradeIdentities(String description) {
    this.description = description;
  }

  int checked() {
    return checked;
  }

  void check(StockFuturesTrade trade) {
    StockFuturesTrade before = previous.put(trade.contract(), trade);
    if (before != null && !before.tradingDate().equals(trade.tradingDate())) {
      before = null;
    }
    checked++;
    String fault = fault(trade, before);
    assertThat(fault).as("%s, trade %s of %s", description, checked, trade).isEmpty();
  }

  /** The name of the first identity that does not hold, or nothing. */
  private static String fault(StockFuturesTrade t, StockFuturesTrade before) {
    if (!consecutive(t, before)) {
      return "consecutive";
    }
    if (!prices(t)) {
      return "prices";
    }
    if (!changes(t)) {
      return "changes";
    }
    if (!fairValue(t)) {
      return "fair value";
    }
    return initiators(t) ? "" : "initiators";
  }

  private static boolean consecutive(StockFuturesTrade t, StockFuturesTrade before) {
    long volume = before == null ? 0 : before.cumulativeVolume();
    long value = before == null ? 0 : before.cumulativeValue();
    boolean openInterest =
        before == null || t.openInterest() - before.openInterest() == t.openInterestChange();
    boolean openInterestOfDay =
        before == null
            || t.openInterest() - t.openInterestChangeDay()
                == before.openInterest() - before.openInterestChangeDay();
    return t.quantity() > 0
        && t.cumulativeVolume() - volume == t.quantity()
        && t.cumulativeValue() - value == t.price() * t.quantity() * 10
        && openInterest
        && openInterestOfDay
        && Math.abs(t.openInterestChange()) <= t.quantity()
        && t.openInterest() > 0;
  }

  private static boolean prices(StockFuturesTrade t) {
    return onGrid(t.price())
        && onGrid(t.bestAsk())
        && onGrid(t.bestBid())
        && onGrid(t.price() - t.change())
        && t.bestBid() < t.bestAsk()
        && t.dayLow() <= t.dayOpen()
        && t.dayOpen() <= t.dayHigh()
        && t.dayLow() <= t.price()
        && t.price() <= t.dayHigh()
        && t.fromOpen() == t.price() - t.dayOpen()
        && t.fromHigh() == t.price() - t.dayHigh()
        && t.fromLow() == t.price() - t.dayLow()
        && t.fromOpenSign().equals(sign(t.fromOpen()))
        && t.fromHighSign().equals(sign(t.fromHigh()))
        && t.fromLowSign().equals(sign(t.fromLow()));
  }

  private static boolean changes(StockFuturesTrade t) {
    BigDecimal previousClose = BigDecimal.valueOf(t.price() - t.change());
    boolean sign =
        t.changeSign().equals(sign(t.change()))
            || (t.changeSign().equals("1") && t.change() > 0)
            || (t.changeSign().equals("4") && t.change() < 0);
    return sign
        && same(t.changeRate(), percent(BigDecimal.valueOf(t.change()), previousClose))
        && Math.abs(t.change()) * 10 <= previousClose.longValue();
  }

  private static boolean fairValue(StockFuturesTrade t) {
    BigDecimal price = BigDecimal.valueOf(t.price());
    BigDecimal underlying = price.subtract(t.marketBasis());
    return same(t.theoreticalGap(), price.subtract(t.theoreticalPrice()))
        && same(
            t.theoreticalBasis().subtract(t.marketBasis()), t.theoreticalPrice().subtract(price))
        && onGrid(underlying.longValueExact())
        && same(t.disparity(), percent(t.theoreticalGap(), t.theoreticalPrice()));
  }

  private static boolean initiators(StockFuturesTrade t) {
    BigDecimal buys = BigDecimal.valueOf(t.cumulativeBuyVolume());
    BigDecimal sells = BigDecimal.valueOf(t.cumulativeSellVolume());
    BigDecimal volume = BigDecimal.valueOf(t.cumulativeVolume());
    BigDecimal strength = sells.signum() == 0 ? BigDecimal.ZERO : percent(buys, sells);
    return t.netBuyTrades() == t.buyTrades() - t.sellTrades()
        && t.cumulativeSellVolume() + t.cumulativeBuyVolume() <= t.cumulativeVolume()
        && same(t.buyRatio(), buys.divide(volume, 2, RoundingMode.HALF_UP))
        && same(t.executionStrength(), strength)
        && t.volumeRate().signum() >= 0;
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }

  private static boolean onGrid(long price) {
    return price > 0 && TickSize.floor(price) == price;
  }

  private static String sign(long difference) {
    return difference == 0 ? "3" : difference > 0 ? "2" : "5";
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
  }
}
