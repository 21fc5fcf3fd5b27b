package io.github.kisfutures.market;

import static io.github.kisfutures.market.TradeField.*;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One trade of a stock future, as KIS pushed it: the 49 fields of H0ZFCNT0 plus what we know of its
 * arrival.
 *
 * <p>Immutable. The fields are held as one array of longs (amounts in won or contracts, decimals in
 * hundredths, times as second of the day, codes packed by {@link PackedCode}), so that decoding,
 * copying and shipping a trade creates no object per field; {@link #raw} gives that form to the hot
 * path. The named accessors make readable values on demand; a nullable one is null where the wire
 * says nothing. Units: {@code docs/feed.md}, "Fields".
 */
public final class StockFuturesTrade {
  /** In the raw form: the wire said nothing (blank, or not a number). */
  public static final long NULL = Long.MIN_VALUE;

  /** Where no field is needed: the contract is held as text. */
  private static final int RUN = CONTRACT.position();

  private final String contract;
  private final long[] values;
  private final long eventTimeMillis;
  private final Receipt receipt;
  private final int recordIndex;

  /**
   * A trade of raw values.
   *
   * @param contract short code
   * @param values one raw value per {@link TradeField} in wire order, {@link #NULL} where absent;
   *     the slot of {@link TradeField#CONTRACT} is not read. The array is owned by the trade from
   *     here on.
   * @param eventTimeMillis event time, see {@link KoreaTime#eventTimeMillis(long, int, long)}
   * @param receipt when and where the frame arrived
   * @param recordIndex position of the record in its frame, from 0
   */
  public StockFuturesTrade(
      String contract, long[] values, long eventTimeMillis, Receipt receipt, int recordIndex) {
    if (values.length != TradeField.count()) {
      throw new IllegalArgumentException(
          "a trade has " + TradeField.count() + " values, not " + values.length);
    }
    this.contract = Objects.requireNonNull(contract, "contract");
    this.values = values;
    values[RUN] = 0;
    this.eventTimeMillis = eventTimeMillis;
    this.receipt = Objects.requireNonNull(receipt, "receipt");
    this.recordIndex = recordIndex;
  }

  /** Contract short code, as subscribed (FUTS_SHRN_ISCD). */
  public String contract() {
    return contract;
  }

  /** Trade time, KST, no date (BSOP_HOUR). */
  public LocalTime tradeTime() {
    return LocalTime.ofSecondOfDay(values[TRADE_TIME.position()]);
  }

  /** Trade price of the future, won per share (STCK_PRPR). */
  public long price() {
    return values[PRICE.position()];
  }

  /** 1 upper limit, 2 up, 3 unchanged, 4 lower limit, 5 down (PRDY_VRSS_SIGN). */
  public @Nullable String changeSign() {
    return code(CHANGE_SIGN);
  }

  /** Price minus previous close, won, signed (PRDY_VRSS). */
  public @Nullable Long change() {
    return number(CHANGE);
  }

  /** Price minus previous close, percent (FUTS_PRDY_CTRT). */
  public @Nullable BigDecimal changeRate() {
    return decimal(CHANGE_RATE);
  }

  /** Open of the day, won (STCK_OPRC). */
  public @Nullable Long dayOpen() {
    return number(DAY_OPEN);
  }

  /** High of the day, won (STCK_HGPR). */
  public @Nullable Long dayHigh() {
    return number(DAY_HIGH);
  }

  /** Low of the day, won (STCK_LWPR). */
  public @Nullable Long dayLow() {
    return number(DAY_LOW);
  }

  /** Contracts of this trade (LAST_CNQN). */
  public long quantity() {
    return values[QUANTITY.position()];
  }

  /** Contracts traded today, cumulative (ACML_VOL). */
  public long cumulativeVolume() {
    return values[CUMULATIVE_VOLUME.position()];
  }

  /** Value traded today, won, cumulative (ACML_TR_PBMN). */
  public long cumulativeValue() {
    return values[CUMULATIVE_VALUE.position()];
  }

  /** Theoretical (cost-of-carry) price, won (HTS_THPR). */
  public @Nullable BigDecimal theoreticalPrice() {
    return decimal(THEORETICAL_PRICE);
  }

  /** Futures price minus underlying price, won (MRKT_BASIS). */
  public @Nullable BigDecimal marketBasis() {
    return decimal(MARKET_BASIS);
  }

  /** (price - theoretical) / theoretical, percent (DPRT). */
  public @Nullable BigDecimal disparity() {
    return decimal(DISPARITY);
  }

  /** Near leg price of a spread, won; 0.00 for outrights (NMSC_FCTN_STPL_PRC). */
  public @Nullable BigDecimal nearLegPrice() {
    return decimal(NEAR_LEG_PRICE);
  }

  /** Far leg price of a spread, won; 0.00 for outrights (FMSC_FCTN_STPL_PRC). */
  public @Nullable BigDecimal farLegPrice() {
    return decimal(FAR_LEG_PRICE);
  }

  /** Inter-month price difference, won; sign unconfirmed (SPEAD_PRC). */
  public @Nullable BigDecimal calendarSpread() {
    return decimal(CALENDAR_SPREAD);
  }

  /** Open interest, contracts (HTS_OTST_STPL_QTY). */
  public @Nullable Long openInterest() {
    return number(OPEN_INTEREST);
  }

  /** Open-interest change versus the previous day, contracts (OTST_STPL_QTY_ICDC). */
  public @Nullable Long openInterestChangeDay() {
    return number(OPEN_INTEREST_CHANGE_DAY);
  }

  /** Time of the day's open; 000000 is null (OPRC_HOUR). */
  public @Nullable LocalTime openTime() {
    return time(OPEN_TIME);
  }

  /** Sign of from_open (OPRC_VRSS_PRPR_SIGN). */
  public @Nullable String fromOpenSign() {
    return code(FROM_OPEN_SIGN);
  }

  /** Price minus the day's open, won (OPRC_VRSS_PRPR). */
  public @Nullable Long fromOpen() {
    return number(FROM_OPEN);
  }

  /** Time of the day's high; 000000 is null (HGPR_HOUR). */
  public @Nullable LocalTime highTime() {
    return time(HIGH_TIME);
  }

  /** Sign of from_high (HGPR_VRSS_PRPR_SIGN). */
  public @Nullable String fromHighSign() {
    return code(FROM_HIGH_SIGN);
  }

  /** Price minus the day's high, won (HGPR_VRSS_PRPR). */
  public @Nullable Long fromHigh() {
    return number(FROM_HIGH);
  }

  /** Time of the day's low; 000000 is null (LWPR_HOUR). */
  public @Nullable LocalTime lowTime() {
    return time(LOW_TIME);
  }

  /** Sign of from_low (LWPR_VRSS_PRPR_SIGN). */
  public @Nullable String fromLowSign() {
    return code(FROM_LOW_SIGN);
  }

  /** Price minus the day's low, won (LWPR_VRSS_PRPR). */
  public @Nullable Long fromLow() {
    return number(FROM_LOW);
  }

  /** Buyer-initiated share of volume, 0..1 (SHNU_RATE). */
  public @Nullable BigDecimal buyRatio() {
    return decimal(BUY_RATIO);
  }

  /** Buyer- over seller-initiated contracts, percent (CTTR). */
  public @Nullable BigDecimal executionStrength() {
    return decimal(EXECUTION_STRENGTH);
  }

  /** Price minus theoretical price, won (ESDG). */
  public @Nullable BigDecimal theoreticalGap() {
    return decimal(THEORETICAL_GAP);
  }

  /** Open-interest change versus the preceding value, contracts (OTST_STPL_RGBF_QTY_ICDC). */
  public @Nullable Long openInterestChange() {
    return number(OPEN_INTEREST_CHANGE);
  }

  /** Theoretical price minus underlying price, won (THPR_BASIS). */
  public @Nullable BigDecimal theoreticalBasis() {
    return decimal(THEORETICAL_BASIS);
  }

  /** Best ask, won; 0 means none (ASKP1). */
  public @Nullable Long bestAsk() {
    return number(BEST_ASK);
  }

  /** Best bid, won; 0 means none (BIDP1). */
  public @Nullable Long bestBid() {
    return number(BEST_BID);
  }

  /** Size at the best ask, contracts (ASKP_RSQN1). */
  public @Nullable Long bestAskSize() {
    return number(BEST_ASK_SIZE);
  }

  /** Size at the best bid, contracts (BIDP_RSQN1). */
  public @Nullable Long bestBidSize() {
    return number(BEST_BID_SIZE);
  }

  /** Seller-initiated trades today (SELN_CNTG_CSNU). */
  public @Nullable Long sellTrades() {
    return number(SELL_TRADES);
  }

  /** Buyer-initiated trades today (SHNU_CNTG_CSNU). */
  public @Nullable Long buyTrades() {
    return number(BUY_TRADES);
  }

  /** Buyer- minus seller-initiated trades today (NTBY_CNTG_CSNU). */
  public @Nullable Long netBuyTrades() {
    return number(NET_BUY_TRADES);
  }

  /** Seller-initiated contracts today (SELN_CNTG_SMTN). */
  public @Nullable Long cumulativeSellVolume() {
    return number(CUMULATIVE_SELL_VOLUME);
  }

  /** Buyer-initiated contracts today (SHNU_CNTG_SMTN). */
  public @Nullable Long cumulativeBuyVolume() {
    return number(CUMULATIVE_BUY_VOLUME);
  }

  /** Total ask size of the book, contracts (TOTAL_ASKP_RSQN). */
  public @Nullable Long totalAskSize() {
    return number(TOTAL_ASK_SIZE);
  }

  /** Total bid size of the book, contracts (TOTAL_BIDP_RSQN). */
  public @Nullable Long totalBidSize() {
    return number(TOTAL_BID_SIZE);
  }

  /** Today's volume over the previous day's, percent (PRDY_VOL_VRSS_ACML_VOL_RATE). */
  public @Nullable BigDecimal volumeRate() {
    return decimal(VOLUME_RATE);
  }

  /** Real-time upper price limit, won; 0 means none (DYNM_MXPR). */
  public @Nullable Long dynamicUpperLimit() {
    return number(DYNAMIC_UPPER_LIMIT);
  }

  /** Real-time lower price limit, won; 0 means none (DYNM_LLAM). */
  public @Nullable Long dynamicLowerLimit() {
    return number(DYNAMIC_LOWER_LIMIT);
  }

  /** Digit code of the dynamic price limit (DYNM_PRC_LIMT_YN). */
  public @Nullable String dynamicLimitCode() {
    return code(DYNAMIC_LIMIT_CODE);
  }

  /** Trading date plus trade time ({@code docs/numbers.md}, "Event time"). */
  public Instant eventTime() {
    return Instant.ofEpochMilli(eventTimeMillis);
  }

  /** {@link #eventTime()} in milliseconds since the epoch. */
  public long eventTimeMillis() {
    return eventTimeMillis;
  }

  /**
   * Whether the trade time was too far ahead of the receipt to be believed: the event time is then
   * not the trade time but the receive time, cut to the second.
   */
  public boolean hasImpossibleTime() {
    return KoreaTime.secondOfDay(eventTimeMillis) != values[TRADE_TIME.position()];
  }

  /** The KST date of the event time. */
  public LocalDate tradingDate() {
    return KoreaTime.date(eventTimeMillis);
  }

  /** When the frame arrived. */
  public Instant receiveTime() {
    return Instant.ofEpochMilli(receipt.receivedAtMillis());
  }

  /** Name of the session that carried the trade. */
  public String session() {
    return receipt.session();
  }

  /** When and where the frame of this trade arrived. */
  public Receipt receipt() {
    return receipt;
  }

  /**
   * The run of the contract-day's counters that the trade belongs to, from 0: later runs begin
   * where a record contradicts what the counters have said. 0 until that is known.
   */
  public int run() {
    return (int) values[RUN];
  }

  /** This trade as one of a run. */
  public StockFuturesTrade inRun(int run) {
    if (run == run()) {
      return this;
    }
    StockFuturesTrade trade =
        new StockFuturesTrade(contract, values.clone(), eventTimeMillis, receipt, recordIndex);
    trade.values[RUN] = run;
    return trade;
  }

  /** Position of the record in its frame, from 0. */
  public int recordIndex() {
    return recordIndex;
  }

  /**
   * The raw value of a field, or {@link #NULL}; for {@link TradeField#CONTRACT} it says nothing.
   */
  public long raw(TradeField field) {
    return values[field.position()];
  }

  /** Whether the wire said something for the field. */
  public boolean has(TradeField field) {
    return field == CONTRACT || values[field.position()] != NULL;
  }

  /**
   * The readable value of a field: text, {@link Long}, {@link BigDecimal} or {@link LocalTime}, as
   * its named accessor gives it; null where the wire says nothing.
   */
  public @Nullable Object value(TradeField field) {
    return switch (field.kind()) {
      case CONTRACT -> contract;
      case CODE -> code(field);
      case TRADE_TIME, TIME -> time(field);
      case LONG -> number(field);
      case DECIMAL -> decimal(field);
    };
  }

  private @Nullable Long number(TradeField field) {
    long value = values[field.position()];
    return value == NULL ? null : value;
  }

  private @Nullable BigDecimal decimal(TradeField field) {
    long value = values[field.position()];
    return value == NULL ? null : BigDecimal.valueOf(value, 2);
  }

  private @Nullable LocalTime time(TradeField field) {
    long value = values[field.position()];
    return value == NULL ? null : LocalTime.ofSecondOfDay(value);
  }

  private @Nullable String code(TradeField field) {
    long value = values[field.position()];
    return value == NULL ? null : PackedCode.unpack(value);
  }

  /** Equal when all 49 fields, the event time, the arrival and the run are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StockFuturesTrade that
        && contract.equals(that.contract)
        && eventTimeMillis == that.eventTimeMillis
        && recordIndex == that.recordIndex
        && receipt.equals(that.receipt)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(contract, eventTimeMillis, Arrays.hashCode(values));
  }

  @Override
  public String toString() {
    return "trade "
        + contract
        + " "
        + eventTime()
        + " price "
        + price()
        + " x "
        + quantity()
        + ", volume "
        + cumulativeVolume();
  }
}
