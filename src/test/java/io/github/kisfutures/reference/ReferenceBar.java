package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one bar, top to bottom as {@code docs/numbers.md}, "Columns of bars" lists them.
 *
 * @param window the window
 * @param accepted its accepted trades by (run, ACML_VOL)
 * @param carry what it starts from
 * @param contracts multipliers, names and last trading days
 */
record ReferenceBar(
    Window window, List<ArrivedTrade> accepted, Carry carry, ReferenceContracts contracts) {
  private static final BigDecimal MILLIS_PER_MINUTE =
      BigDecimal.valueOf(Duration.ofMinutes(1).toMillis());
  private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);
  private static final BigDecimal PERCENT_OF_A_YEAR = BigDecimal.valueOf(365 * 100);

  /** What the next bar of the day starts from. */
  Carry closing() {
    RunPart lastRun = runs().get(runs().size() - 1);
    boolean moves = lastRun.isAbove(carry);
    return new Carry(
        moves ? Integer.valueOf(lastRun.run()) : carry.run(),
        moves ? lastRun.closing() : carry.counters(),
        BigDecimal.valueOf(last().price()),
        basisClose() == null ? carry.basis() : basisClose(),
        oiClose());
  }

  Map<String, @Nullable String> row() {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("contract", window.contract());
    row.put("window_start", window.start());
    row.put("window_end", window.end());
    row.put("trading_date", window.tradingDate());
    row.put("trades", trades().size());
    putPrices(row);
    putVolumes(row);
    putBasis(row);
    putOpenInterest(row);
    row.put("best_ask", nullWhenZero(last().number("best_ask")));
    row.put("best_bid", nullWhenZero(last().number("best_bid")));
    row.put("name", contracts.name(window.contract()));
    putRelativeBasis(row);
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
    BigDecimal multiplier = contracts.multiplier(window.contract());
    Counters rise =
        runs().stream().map(r -> r.rise(carry, multiplier)).reduce(Counters.ZERO, Counters::plus);
    BigDecimal volume = sum(present("quantity"));
    BigDecimal priceTimesQuantity =
        sum(trades().stream().map(t -> t.worth(BigDecimal.ONE)).toList());
    BigDecimal missed = rise.volume().subtract(volume);
    row.put("volume", volume);
    row.put("turnover", Exact.wholeWon(rise.value()));
    row.put("vwap", Exact.quotient(rise.value(), rise.volume().multiply(multiplier)));
    row.put("vwap_observed", Exact.quotient(priceTimesQuantity, volume));
    row.put(
        "session_vwap",
        Exact.quotient(
            BigDecimal.valueOf(last().valueAfter()),
            BigDecimal.valueOf(last().volumeAfter()).multiply(multiplier)));
    row.put("missed_volume", missed);
    row.put("complete", missed.signum() == 0);

    BigDecimal bought = rise.buyVolume();
    BigDecimal sold = rise.sellVolume();
    BigDecimal both = Exact.plus(bought, sold);
    row.put("buy_volume", bought);
    row.put("sell_volume", sold);
    row.put("imbalance", both == null ? null : Exact.quotient(bought.subtract(sold), both, 6));
    row.put("unsigned_volume", Exact.minus(rise.volume(), both));
  }

  private void putBasis(Map<String, @Nullable Object> row) {
    List<BigDecimal> basis = present("market_basis");
    List<BigDecimal> mispricings =
        trades().stream()
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
    row.put("mispricing", mispricing());
    row.put("mispricing_mean", mean(mispricings));
    row.put("disparity", last().number("disparity"));
  }

  private void putRelativeBasis(Map<String, @Nullable Object> row) {
    BigDecimal basis = basisClose();
    BigDecimal underlying = underlying();
    boolean known = basis != null && underlying != null && underlying.signum() > 0;
    BigDecimal mispricing = mispricing();
    row.put("basis_bp", known ? Exact.quotient(basis.multiply(BASIS_POINTS), underlying) : null);
    row.put(
        "mispricing_bp",
        known && mispricing != null
            ? Exact.quotient(mispricing.multiply(BASIS_POINTS), underlying)
            : null);
    LocalDate lastDay = contracts.lastTradingDay(window.contract(), window.tradingDate());
    long days = lastDay == null ? 0 : ChronoUnit.DAYS.between(window.tradingDate(), lastDay);
    row.put(
        "implied_rate",
        known && days > 0
            ? Exact.quotient(
                basis.multiply(PERCENT_OF_A_YEAR), underlying.multiply(BigDecimal.valueOf(days)))
            : null);
  }

  /** The price of the trade that basis_close is of, less basis_close. */
  private @Nullable BigDecimal underlying() {
    return trades().stream()
        .filter(t -> t.number("market_basis") != null)
        .map(t -> BigDecimal.valueOf(t.price()).subtract(t.number("market_basis")))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private void putOpenInterest(Map<String, @Nullable Object> row) {
    BigDecimal change = Exact.minus(oiClose(), oiOpen());
    row.put("oi_open", oiOpen());
    row.put("oi_close", oiClose());
    row.put("oi_change", change);
    row.put("oi_change_day", last().number("open_interest_change_day"));
    row.put("oi_signal", change == null ? null : signal(priceChange().signum(), change.signum()));
  }

  private @Nullable BigDecimal oiOpen() {
    List<BigDecimal> said = openInterests();
    if (carry.openInterest() != null) {
      return carry.openInterest();
    }
    return said.isEmpty() ? null : said.get(0);
  }

  private @Nullable BigDecimal oiClose() {
    List<BigDecimal> said = openInterests();
    return said.isEmpty() ? oiOpen() : said.get(said.size() - 1);
  }

  private List<BigDecimal> openInterests() {
    return trades().stream().map(RawTrade::openInterest).filter(Objects::nonNull).toList();
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
    List<RawTrade> points =
        trades().stream().filter(t -> t.number("market_basis") != null).toList();
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

  /** The last market basis that the window says; null when it says none. */
  private @Nullable BigDecimal basisClose() {
    List<BigDecimal> basis = present("market_basis");
    return basis.isEmpty() ? null : basis.get(basis.size() - 1);
  }

  private @Nullable BigDecimal mispricing() {
    return Exact.minus(basisClose(), last().number("theoretical_basis"));
  }

  private List<RawTrade> trades() {
    return accepted.stream().map(ArrivedTrade::trade).toList();
  }

  /** The window's trades by run, ascending. */
  private List<RunPart> runs() {
    Map<Integer, List<RawTrade>> byRun = new TreeMap<>();
    accepted.forEach(a -> byRun.computeIfAbsent(a.run(), r -> new ArrayList<>()).add(a.trade()));
    return byRun.entrySet().stream().map(e -> new RunPart(e.getKey(), e.getValue())).toList();
  }

  private RawTrade last() {
    return accepted.get(accepted.size() - 1).trade();
  }

  /** The column's values that are not null, in order. */
  private List<BigDecimal> present(String column) {
    return trades().stream().map(t -> t.number(column)).filter(Objects::nonNull).toList();
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

  /** Ascending by (run, ACML_VOL); equal ones by time, which no rule of the spec settles. */
  static Comparator<ArrivedTrade> order() {
    return Comparator.comparingInt(ArrivedTrade::run)
        .thenComparingLong(a -> a.trade().volumeAfter())
        .thenComparing(a -> a.trade().eventTime())
        .thenComparing(a -> a.trade().arrival());
  }
}
