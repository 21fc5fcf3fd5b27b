package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one bar, top to bottom as {@code docs/numbers.md}, "Columns of bars" lists them.
 *
 * @param window the window
 * @param trades its accepted trades by ACML_VOL
 * @param carry what it starts from
 * @param multiplier shares a contract
 */
record ReferenceBar(Window window, List<RawTrade> trades, Carry carry, BigDecimal multiplier) {
  private static final BigDecimal MILLIS_PER_MINUTE =
      BigDecimal.valueOf(Duration.ofMinutes(1).toMillis());

  /** The last non-null market basis by ACML_VOL; null when there is none. */
  @Nullable BigDecimal basisClose() {
    List<BigDecimal> basis = present("market_basis");
    return basis.isEmpty() ? null : basis.get(basis.size() - 1);
  }

  Carry closing() {
    return Carry.closing(last(), basisClose());
  }

  Map<String, @Nullable String> row() {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("contract", window.contract());
    row.put("window_start", window.start());
    row.put("window_end", window.end());
    row.put("trading_date", window.tradingDate());
    row.put("trades", trades.size());
    putPrices(row);
    putVolumes(row);
    putBasis(row);
    putOpenInterest(row);
    row.put("buy_volume", Exact.minus(last().number("cumulative_buy_volume"), carry.buyVolume()));
    row.put(
        "sell_volume", Exact.minus(last().number("cumulative_sell_volume"), carry.sellVolume()));
    row.put("best_ask", nullWhenZero(last().number("best_ask")));
    row.put("best_bid", nullWhenZero(last().number("best_bid")));
    return ResultTable.BARS.row(row);
  }

  private void putPrices(Map<String, @Nullable Object> row) {
    List<BigDecimal> prices = present("price");
    row.put("open", prices.get(0));
    row.put("high", new TreeSet<>(prices).last());
    row.put("low", new TreeSet<>(prices).first());
    row.put("close", last().price());
    row.put("price_change", priceChange());
  }

  private void putVolumes(Map<String, @Nullable Object> row) {
    BigDecimal volume = sum(present("quantity"));
    BigDecimal exchangeVolume = BigDecimal.valueOf(last().volumeAfter()).subtract(carry.volume());
    BigDecimal turnover = BigDecimal.valueOf(last().valueAfter()).subtract(carry.value());
    BigDecimal priceTimesQuantity =
        sum(
            trades.stream()
                .map(t -> BigDecimal.valueOf(t.price()).multiply(BigDecimal.valueOf(t.quantity())))
                .toList());
    BigDecimal missed = exchangeVolume.subtract(volume);
    row.put("volume", volume);
    row.put("turnover", turnover);
    row.put("vwap", Exact.quotient(turnover, exchangeVolume.multiply(multiplier)));
    row.put("vwap_observed", Exact.quotient(priceTimesQuantity, volume));
    row.put(
        "session_vwap",
        Exact.quotient(
            BigDecimal.valueOf(last().valueAfter()),
            BigDecimal.valueOf(last().volumeAfter()).multiply(multiplier)));
    row.put("missed_volume", missed);
    row.put("complete", missed.signum() == 0);
  }

  private void putBasis(Map<String, @Nullable Object> row) {
    List<BigDecimal> basis = present("market_basis");
    List<BigDecimal> mispricings =
        trades.stream()
            .map(t -> Exact.minus(t.number("market_basis"), t.number("theoretical_basis")))
            .filter(Objects::nonNull)
            .toList();
    row.put("basis_open", basis.isEmpty() ? null : basis.get(0));
    row.put("basis_high", basis.isEmpty() ? null : new TreeSet<>(basis).last());
    row.put("basis_low", basis.isEmpty() ? null : new TreeSet<>(basis).first());
    row.put("basis_close", basisClose());
    row.put("basis_mean", mean(basis));
    row.put("basis_drift", Exact.minus(basisClose(), carry.basis()));
    row.put("basis_slope", basisSlope());
    row.put("theoretical_basis", last().number("theoretical_basis"));
    row.put("mispricing", Exact.minus(basisClose(), last().number("theoretical_basis")));
    row.put("mispricing_mean", mean(mispricings));
    row.put("disparity", last().number("disparity"));
  }

  private void putOpenInterest(Map<String, @Nullable Object> row) {
    BigDecimal change = Exact.minus(last().number("open_interest"), carry.openInterest());
    row.put("oi_open", carry.openInterest());
    row.put("oi_close", last().number("open_interest"));
    row.put("oi_change", change);
    row.put("oi_change_day", last().number("open_interest_change_day"));
    row.put("oi_signal", change == null ? null : signal(priceChange().signum(), change.signum()));
  }

  private static String signal(int price, int openInterest) {
    if (price == 0 || openInterest == 0) {
      return "NEUTRAL";
    }
    if (openInterest > 0) {
      return price > 0 ? "LONG_BUILDUP" : "SHORT_BUILDUP";
    }
    return price > 0 ? "SHORT_COVERING" : "LONG_LIQUIDATION";
  }

  /**
   * Least squares of basis (won) over event time, per minute: (n Sxy - Sx Sy) / (n Sxx - Sx Sx).
   */
  private @Nullable BigDecimal basisSlope() {
    List<RawTrade> points = trades.stream().filter(t -> t.number("market_basis") != null).toList();
    List<BigDecimal> x =
        points.stream().map(t -> BigDecimal.valueOf(t.eventTime().toEpochMilli())).toList();
    List<BigDecimal> y = present("market_basis");
    BigDecimal n = BigDecimal.valueOf(points.size());
    BigDecimal sumXy = BigDecimal.ZERO;
    BigDecimal sumXx = BigDecimal.ZERO;
    for (int i = 0; i < points.size(); i++) {
      sumXy = sumXy.add(x.get(i).multiply(y.get(i)));
      sumXx = sumXx.add(x.get(i).multiply(x.get(i)));
    }
    BigDecimal numerator = n.multiply(sumXy).subtract(sum(x).multiply(sum(y)));
    BigDecimal denominator = n.multiply(sumXx).subtract(sum(x).multiply(sum(x)));
    return Exact.quotient(numerator.multiply(MILLIS_PER_MINUTE), denominator);
  }

  private BigDecimal priceChange() {
    return BigDecimal.valueOf(last().price()).subtract(carry.price());
  }

  private RawTrade last() {
    return trades.get(trades.size() - 1);
  }

  /** The column's values that are not null, by ACML_VOL. */
  private List<BigDecimal> present(String column) {
    return trades.stream().map(t -> t.number(column)).filter(Objects::nonNull).toList();
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static @Nullable BigDecimal mean(List<BigDecimal> values) {
    return Exact.quotient(sum(values), BigDecimal.valueOf(values.size()));
  }

  private static @Nullable BigDecimal nullWhenZero(@Nullable BigDecimal price) {
    return price == null || price.signum() == 0 ? null : price;
  }

  /** Ascending by ACML_VOL; equal ones by time, which no rule of the spec settles. */
  static Comparator<RawTrade> byVolume() {
    return Comparator.comparingLong(RawTrade::volumeAfter)
        .thenComparing(RawTrade::eventTime)
        .thenComparing(RawTrade::arrival);
  }
}
