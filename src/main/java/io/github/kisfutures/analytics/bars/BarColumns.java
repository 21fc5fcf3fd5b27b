package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.analytics.bars.RawValues.*;
import static io.github.kisfutures.columns.ColumnType.*;
import static io.github.kisfutures.market.Unit.*;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import io.github.kisfutures.columns.Column;
import io.github.kisfutures.columns.ColumnType;
import io.github.kisfutures.columns.ResultTable;
import io.github.kisfutures.market.ContractNames;
import io.github.kisfutures.market.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The table {@code bars}, column by column: what each is, and how it is made of a closed window.
 * All sums are exact; a quotient is rounded HALF_UP, once. A number that the wire's absurdities
 * drive beyond a long is held at its limit.
 *
 * <p><i>l</i> is the window's trade of the latest run of the day's counters and in it of largest
 * cumulative volume, <i>carry</i> the closing values of the previous bar of the same contract, size
 * and date, or else the state just before the window's first trade. Changes of the counters are
 * summed over the runs ({@link CounterChange}).
 */
public final class BarColumns {
  private static final ColumnType<BigDecimal> AMOUNT = ColumnType.decimal(18, 2);
  private static final ColumnType<BigDecimal> MEAN = ColumnType.decimal(18, 4);
  private static final ResultTable.Builder<ClosedWindow> BARS = ResultTable.named("bars");

  public static final Column<ClosedWindow, String> CONTRACT =
      BARS.column("contract", STRING, NONE, "short code", ClosedWindow::contract);
  public static final Column<ClosedWindow, Instant> WINDOW_START =
      BARS.column(
          "window_start", TIMESTAMP, NONE, "begin of the window, inclusive", ClosedWindow::start);
  public static final Column<ClosedWindow, Instant> WINDOW_END =
      BARS.column("window_end", TIMESTAMP, NONE, "end of the window, exclusive", ClosedWindow::end);
  public static final Column<ClosedWindow, LocalDate> TRADING_DATE =
      BARS.column("trading_date", DATE, NONE, "KST date", ClosedWindow::date);
  public static final Column<ClosedWindow, Long> TRADES =
      BARS.column(
          "trades", BIGINT, Unit.TRADES, "number of trades", window -> window.trades().trades());
  public static final Column<ClosedWindow, Long> OPEN =
      BARS.column(
          "open",
          BIGINT,
          WON,
          "price of the first trade",
          window -> window.first(TradePoint.PRICE));
  public static final Column<ClosedWindow, Long> HIGH =
      BARS.column("high", BIGINT, WON, "highest price", window -> window.trades().high());
  public static final Column<ClosedWindow, Long> LOW =
      BARS.column("low", BIGINT, WON, "lowest price", window -> window.trades().low());
  public static final Column<ClosedWindow, Long> CLOSE =
      BARS.column("close", BIGINT, WON, "price of l", window -> window.last(TradePoint.PRICE));
  public static final Column<ClosedWindow, Long> PRICE_CHANGE =
      BARS.column(
          "price_change", BIGINT, WON, "close minus carry price", ClosedWindow::priceChange);
  public static final Column<ClosedWindow, Long> VOLUME =
      BARS.column(
          "volume",
          BIGINT,
          CONTRACTS,
          "contracts of the trades received",
          window -> Amounts.clamp(window.trades().volume().value()));
  public static final Column<ClosedWindow, BigDecimal> TURNOVER =
      BARS.column(
          "turnover",
          ColumnType.decimal(20, 0),
          WON,
          "by how much the cumulative value rose since carry: missed trades are in it",
          ClosedWindow::turnover);
  public static final Column<ClosedWindow, BigDecimal> VWAP =
      BARS.nullable(
          "vwap",
          MEAN,
          WON,
          "turnover over all contracts the exchange counted; null if it counted none",
          ClosedWindow::vwap);
  public static final Column<ClosedWindow, BigDecimal> VWAP_OBSERVED =
      BARS.nullable(
          "vwap_observed",
          MEAN,
          WON,
          "mean price of the trades received by contracts; null at volume 0",
          ClosedWindow::vwapObserved);
  public static final Column<ClosedWindow, BigDecimal> SESSION_VWAP =
      BARS.nullable(
          "session_vwap",
          MEAN,
          WON,
          "the day's mean price up to l; null at cumulative volume 0",
          ClosedWindow::sessionVwap);
  public static final Column<ClosedWindow, Long> MISSED_VOLUME =
      BARS.column(
          "missed_volume",
          BIGINT,
          CONTRACTS,
          "contracts the exchange counted and we did not receive",
          window -> Amounts.clamp(window.missed()));
  public static final Column<ClosedWindow, Boolean> COMPLETE =
      BARS.column(
          "complete",
          BOOLEAN,
          NONE,
          "whether nothing is missed",
          window -> window.missed().signum() == 0);
  public static final Column<ClosedWindow, BigDecimal> BASIS_OPEN =
      BARS.nullable(
          "basis_open",
          AMOUNT,
          WON,
          "first basis; null if no trade has one",
          window -> decimal(window.basis(sums -> sums.first().raw(TradePoint.BASIS))));
  public static final Column<ClosedWindow, BigDecimal> BASIS_HIGH =
      BARS.nullable(
          "basis_high",
          AMOUNT,
          WON,
          "highest basis; null if no trade has one",
          window -> decimal(window.basis(BasisSums::high)));
  public static final Column<ClosedWindow, BigDecimal> BASIS_LOW =
      BARS.nullable(
          "basis_low",
          AMOUNT,
          WON,
          "lowest basis; null if no trade has one",
          window -> decimal(window.basis(BasisSums::low)));
  public static final Column<ClosedWindow, BigDecimal> BASIS_CLOSE =
      BARS.nullable(
          "basis_close",
          AMOUNT,
          WON,
          "last basis; null if no trade has one",
          window -> decimal(window.basisClose()));
  public static final Column<ClosedWindow, BigDecimal> BASIS_MEAN =
      BARS.nullable(
          "basis_mean",
          MEAN,
          WON,
          "mean basis over trades; null if no trade has one",
          window -> BasisMath.mean(window.trades().basis()));
  public static final Column<ClosedWindow, BigDecimal> BASIS_DRIFT =
      BARS.nullable(
          "basis_drift",
          AMOUNT,
          WON,
          "basis_close minus carry basis; null if either is",
          window -> decimalChange(window.basisClose(), window.basisBefore()));
  public static final Column<ClosedWindow, BigDecimal> BASIS_SLOPE =
      BARS.nullable(
          "basis_slope",
          MEAN,
          WON_PER_MINUTE,
          "least-squares slope of the basis over event time; null below two distinct times",
          window -> BasisMath.slope(window.trades().basis()));
  public static final Column<ClosedWindow, BigDecimal> THEORETICAL_BASIS =
      BARS.nullable(
          "theoretical_basis",
          AMOUNT,
          WON,
          "of l; null if l has none",
          window -> decimal(window.last(TradePoint.THEORETICAL_BASIS)));
  public static final Column<ClosedWindow, BigDecimal> MISPRICING =
      BARS.nullable(
          "mispricing",
          AMOUNT,
          WON,
          "basis_close minus theoretical_basis; null if either is",
          ClosedWindow::mispricing);
  public static final Column<ClosedWindow, BigDecimal> MISPRICING_MEAN =
      BARS.nullable(
          "mispricing_mean",
          MEAN,
          WON,
          "mean of basis minus theoretical basis over the trades that have both; null if none has",
          window -> BasisMath.mispricingMean(window.trades().basis()));
  public static final Column<ClosedWindow, BigDecimal> DISPARITY =
      BARS.nullable(
          "disparity",
          ColumnType.decimal(9, 2),
          PERCENT,
          "of l; null if l has none",
          window -> decimal(window.last(TradePoint.DISPARITY)));
  public static final Column<ClosedWindow, Long> OI_OPEN =
      BARS.nullable(
          "oi_open",
          BIGINT,
          CONTRACTS,
          "carry open interest, or else the first that a trade says; null if none does",
          window -> number(window.oiOpen()));
  public static final Column<ClosedWindow, Long> OI_CLOSE =
      BARS.nullable(
          "oi_close",
          BIGINT,
          CONTRACTS,
          "the last open interest that a trade says, or else oi_open; 0 says nothing",
          window -> number(window.oiClose()));
  public static final Column<ClosedWindow, Long> OI_CHANGE =
      BARS.nullable(
          "oi_change",
          BIGINT,
          CONTRACTS,
          "oi_close minus oi_open; null if either is",
          ClosedWindow::oiChange);
  public static final Column<ClosedWindow, Long> OI_CHANGE_DAY =
      BARS.nullable(
          "oi_change_day",
          BIGINT,
          CONTRACTS,
          "open-interest change versus the previous day of l; null if l has none",
          window -> number(window.last(TradePoint.OPEN_INTEREST_CHANGE_DAY)));
  public static final Column<ClosedWindow, String> OI_SIGNAL =
      BARS.nullable(
          "oi_signal",
          STRING,
          NONE,
          "what the signs of price_change and oi_change say: LONG_BUILDUP, SHORT_BUILDUP, SHORT_COVERING, LONG_LIQUIDATION or NEUTRAL; null if oi_change is",
          ClosedWindow::oiSignal);
  public static final Column<ClosedWindow, Long> BUY_VOLUME =
      BARS.nullable(
          "buy_volume",
          BIGINT,
          CONTRACTS,
          "buyer-initiated contracts; null if l or carry has none",
          window -> held(window.change().buyVolume()));
  public static final Column<ClosedWindow, Long> SELL_VOLUME =
      BARS.nullable(
          "sell_volume",
          BIGINT,
          CONTRACTS,
          "seller-initiated contracts; null if l or carry has none",
          window -> held(window.change().sellVolume()));
  public static final Column<ClosedWindow, Long> BEST_ASK =
      BARS.nullable(
          "best_ask",
          BIGINT,
          WON,
          "of l; null if there is none",
          window -> bestPrice(window.last(TradePoint.BEST_ASK)));
  public static final Column<ClosedWindow, Long> BEST_BID =
      BARS.nullable(
          "best_bid",
          BIGINT,
          WON,
          "of l; null if there is none",
          window -> bestPrice(window.last(TradePoint.BEST_BID)));
  public static final Column<ClosedWindow, String> NAME =
      BARS.nullable("name", STRING, NONE, ContractNames.MEANING, ClosedWindow::name);
  public static final Column<ClosedWindow, BigDecimal> BASIS_BP =
      BARS.nullable(
          "basis_bp",
          MEAN,
          BASIS_POINTS,
          "basis_close against the price of the underlying at it; null where that is not above 0",
          ClosedWindow::basisBp);
  public static final Column<ClosedWindow, BigDecimal> MISPRICING_BP =
      BARS.nullable(
          "mispricing_bp",
          MEAN,
          BASIS_POINTS,
          "mispricing against the price of the underlying; null where that is not above 0",
          ClosedWindow::mispricingBp);
  public static final Column<ClosedWindow, BigDecimal> IMPLIED_RATE =
      BARS.nullable(
          "implied_rate",
          MEAN,
          PERCENT,
          "a year, that basis_close is worth until the last trading day; null from that day on and where it is not known",
          ClosedWindow::impliedRate);
  public static final Column<ClosedWindow, BigDecimal> IMBALANCE =
      BARS.nullable(
          "imbalance",
          ColumnType.decimal(9, 6),
          NONE,
          "(buy_volume - sell_volume) / (buy_volume + sell_volume); null at 0",
          window -> window.change().imbalance());
  public static final Column<ClosedWindow, Long> UNSIGNED_VOLUME =
      BARS.nullable(
          "unsigned_volume",
          BIGINT,
          CONTRACTS,
          "contracts that the exchange counted and no side initiated, as in auctions and blocks; null if either is",
          window -> held(window.change().unsigned()));

  /** All of them, in order. */
  public static final ResultTable<ClosedWindow> TABLE = BARS.build();

  private BarColumns() {}
}
