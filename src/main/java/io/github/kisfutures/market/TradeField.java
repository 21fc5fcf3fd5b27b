package io.github.kisfutures.market;

import java.util.Locale;

/**
 * The 49 fields of a stock-futures trade in the order in which H0ZFCNT0 sends them: the one table
 * from which decoder, encoder, serializer, SQL schema and documentation derive.
 *
 * <p>Source: {@code docs/feed.md}, "Fields" for names, types and units; {@code docs/numbers.md},
 * "Ticks" for the column names. A constant's ordinal is its position on the wire; layouts of
 * sibling TRs differ and must not reuse it.
 */
public enum TradeField {
  CONTRACT("FUTS_SHRN_ISCD", Kind.CONTRACT, "contract short code, as subscribed"),
  TRADE_TIME("BSOP_HOUR", Kind.TRADE_TIME, "trade time, KST, no date"),
  PRICE("STCK_PRPR", Kind.LONG, "trade price of the future, won per share"),
  CHANGE_SIGN(
      "PRDY_VRSS_SIGN", Kind.CODE, "1 upper limit, 2 up, 3 unchanged, 4 lower limit, 5 down"),
  CHANGE("PRDY_VRSS", Kind.LONG, "price minus previous close, won, signed"),
  CHANGE_RATE("FUTS_PRDY_CTRT", Kind.DECIMAL, "price minus previous close, percent"),
  DAY_OPEN("STCK_OPRC", Kind.LONG, "open of the day, won"),
  DAY_HIGH("STCK_HGPR", Kind.LONG, "high of the day, won"),
  DAY_LOW("STCK_LWPR", Kind.LONG, "low of the day, won"),
  QUANTITY("LAST_CNQN", Kind.LONG, "contracts of this trade"),
  CUMULATIVE_VOLUME("ACML_VOL", Kind.LONG, "contracts traded today, cumulative"),
  CUMULATIVE_VALUE("ACML_TR_PBMN", Kind.LONG, "value traded today, won, cumulative"),
  THEORETICAL_PRICE("HTS_THPR", Kind.DECIMAL, "theoretical (cost-of-carry) price, won"),
  MARKET_BASIS("MRKT_BASIS", Kind.DECIMAL, "futures price minus underlying price, won"),
  DISPARITY("DPRT", Kind.DECIMAL, "(price - theoretical) / theoretical, percent"),
  NEAR_LEG_PRICE(
      "NMSC_FCTN_STPL_PRC", Kind.DECIMAL, "near leg price of a spread, won; 0.00 for outrights"),
  FAR_LEG_PRICE(
      "FMSC_FCTN_STPL_PRC", Kind.DECIMAL, "far leg price of a spread, won; 0.00 for outrights"),
  CALENDAR_SPREAD("SPEAD_PRC", Kind.DECIMAL, "inter-month price difference, won; sign unconfirmed"),
  OPEN_INTEREST("HTS_OTST_STPL_QTY", Kind.LONG, "open interest, contracts"),
  OPEN_INTEREST_CHANGE_DAY(
      "OTST_STPL_QTY_ICDC", Kind.LONG, "open-interest change versus the previous day, contracts"),
  OPEN_TIME("OPRC_HOUR", Kind.TIME, "time of the day's open; 000000 is null"),
  FROM_OPEN_SIGN("OPRC_VRSS_PRPR_SIGN", Kind.CODE, "sign of from_open"),
  FROM_OPEN("OPRC_VRSS_PRPR", Kind.LONG, "price minus the day's open, won"),
  HIGH_TIME("HGPR_HOUR", Kind.TIME, "time of the day's high; 000000 is null"),
  FROM_HIGH_SIGN("HGPR_VRSS_PRPR_SIGN", Kind.CODE, "sign of from_high"),
  FROM_HIGH("HGPR_VRSS_PRPR", Kind.LONG, "price minus the day's high, won"),
  LOW_TIME("LWPR_HOUR", Kind.TIME, "time of the day's low; 000000 is null"),
  FROM_LOW_SIGN("LWPR_VRSS_PRPR_SIGN", Kind.CODE, "sign of from_low"),
  FROM_LOW("LWPR_VRSS_PRPR", Kind.LONG, "price minus the day's low, won"),
  BUY_RATIO("SHNU_RATE", Kind.DECIMAL, "buyer-initiated share of volume, 0..1"),
  EXECUTION_STRENGTH("CTTR", Kind.DECIMAL, "buyer- over seller-initiated contracts, percent"),
  THEORETICAL_GAP("ESDG", Kind.DECIMAL, "price minus theoretical price, won"),
  OPEN_INTEREST_CHANGE(
      "OTST_STPL_RGBF_QTY_ICDC",
      Kind.LONG,
      "open-interest change versus the preceding value, contracts"),
  THEORETICAL_BASIS("THPR_BASIS", Kind.DECIMAL, "theoretical price minus underlying price, won"),
  BEST_ASK("ASKP1", Kind.LONG, "best ask, won; 0 means none"),
  BEST_BID("BIDP1", Kind.LONG, "best bid, won; 0 means none"),
  BEST_ASK_SIZE("ASKP_RSQN1", Kind.LONG, "size at the best ask, contracts"),
  BEST_BID_SIZE("BIDP_RSQN1", Kind.LONG, "size at the best bid, contracts"),
  SELL_TRADES("SELN_CNTG_CSNU", Kind.LONG, "seller-initiated trades today"),
  BUY_TRADES("SHNU_CNTG_CSNU", Kind.LONG, "buyer-initiated trades today"),
  NET_BUY_TRADES("NTBY_CNTG_CSNU", Kind.LONG, "buyer- minus seller-initiated trades today"),
  CUMULATIVE_SELL_VOLUME("SELN_CNTG_SMTN", Kind.LONG, "seller-initiated contracts today"),
  CUMULATIVE_BUY_VOLUME("SHNU_CNTG_SMTN", Kind.LONG, "buyer-initiated contracts today"),
  TOTAL_ASK_SIZE("TOTAL_ASKP_RSQN", Kind.LONG, "total ask size of the book, contracts"),
  TOTAL_BID_SIZE("TOTAL_BIDP_RSQN", Kind.LONG, "total bid size of the book, contracts"),
  VOLUME_RATE(
      "PRDY_VOL_VRSS_ACML_VOL_RATE",
      Kind.DECIMAL,
      "today's volume over the previous day's, percent"),
  DYNAMIC_UPPER_LIMIT("DYNM_MXPR", Kind.LONG, "real-time upper price limit, won; 0 means none"),
  DYNAMIC_LOWER_LIMIT("DYNM_LLAM", Kind.LONG, "real-time lower price limit, won; 0 means none"),
  DYNAMIC_LIMIT_CODE("DYNM_PRC_LIMT_YN", Kind.CODE, "digit code of the dynamic price limit");

  /** How a field is written on the wire and held in a trade. */
  public enum Kind {
    /** Contract short code, 6 to 9 characters of {@code [0-9A-Z]}. */
    CONTRACT,
    /** HHMMSS that must be there; held as second of the day. */
    TRADE_TIME,
    /** HHMMSS where 000000 means "not populated"; held as second of the day. */
    TIME,
    /** Plain integer. */
    LONG,
    /** Number with two decimals, held in hundredths. */
    DECIMAL,
    /** Short code, kept as text. */
    CODE
  }

  private static final TradeField[] IN_WIRE_ORDER = values();

  private final String kisName;
  private final Kind kind;
  private final String meaning;
  private final String column;

  TradeField(String kisName, Kind kind, String meaning) {
    this.kisName = kisName;
    this.kind = kind;
    this.meaning = meaning;
    this.column = name().toLowerCase(Locale.ROOT);
  }

  /** Position on the wire, 0 to 48. */
  @SuppressWarnings("EnumOrdinal") // the constants are declared in wire order, and only here
  public int position() {
    return ordinal();
  }

  /** KIS's own name, such as {@code STCK_PRPR}. */
  public String kisName() {
    return kisName;
  }

  /** The column's name in tables, such as {@code price}. */
  public String column() {
    return column;
  }

  /** How the field is written and held. */
  public Kind kind() {
    return kind;
  }

  /** One line for documentation: what the field says and in which unit. */
  public String meaning() {
    return meaning;
  }

  /**
   * Whether a record without this field is no trade at all ({@code docs/numbers.md}, "Fields that
   * cannot be read": contract, time, price, quantity, cumulative volume and cumulative value).
   */
  public boolean mandatory() {
    return switch (this) {
      case CONTRACT, TRADE_TIME, PRICE, QUANTITY, CUMULATIVE_VOLUME, CUMULATIVE_VALUE -> true;
      default -> false;
    };
  }

  /** Number of fields of a record: 49. */
  public static int count() {
    return IN_WIRE_ORDER.length;
  }

  /** The field at a wire position, 0 to 48. */
  public static TradeField at(int position) {
    return IN_WIRE_ORDER[position];
  }
}
