package io.github.kisfutures.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the 49 fields: its place on the wire, KIS's name, its column in {@code ticks} and type
 * ({@code docs/numbers.md}, "Ticks").
 */
public record TickColumn(int index, String kisName, String name, ColumnType type) {

  private static final String TABLE =
      """
      FUTS_SHRN_ISCD contract STRING
      BSOP_HOUR trade_time TIME
      STCK_PRPR price BIGINT
      PRDY_VRSS_SIGN change_sign STRING
      PRDY_VRSS change BIGINT
      FUTS_PRDY_CTRT change_rate DEC2
      STCK_OPRC day_open BIGINT
      STCK_HGPR day_high BIGINT
      STCK_LWPR day_low BIGINT
      LAST_CNQN quantity BIGINT
      ACML_VOL cumulative_volume BIGINT
      ACML_TR_PBMN cumulative_value BIGINT
      HTS_THPR theoretical_price DEC2
      MRKT_BASIS market_basis DEC2
      DPRT disparity DEC2
      NMSC_FCTN_STPL_PRC near_leg_price DEC2
      FMSC_FCTN_STPL_PRC far_leg_price DEC2
      SPEAD_PRC calendar_spread DEC2
      HTS_OTST_STPL_QTY open_interest BIGINT
      OTST_STPL_QTY_ICDC open_interest_change_day BIGINT
      OPRC_HOUR open_time TIME
      OPRC_VRSS_PRPR_SIGN from_open_sign STRING
      OPRC_VRSS_PRPR from_open BIGINT
      HGPR_HOUR high_time TIME
      HGPR_VRSS_PRPR_SIGN from_high_sign STRING
      HGPR_VRSS_PRPR from_high BIGINT
      LWPR_HOUR low_time TIME
      LWPR_VRSS_PRPR_SIGN from_low_sign STRING
      LWPR_VRSS_PRPR from_low BIGINT
      SHNU_RATE buy_ratio DEC2
      CTTR execution_strength DEC2
      ESDG theoretical_gap DEC2
      OTST_STPL_RGBF_QTY_ICDC open_interest_change BIGINT
      THPR_BASIS theoretical_basis DEC2
      ASKP1 best_ask BIGINT
      BIDP1 best_bid BIGINT
      ASKP_RSQN1 best_ask_size BIGINT
      BIDP_RSQN1 best_bid_size BIGINT
      SELN_CNTG_CSNU sell_trades BIGINT
      SHNU_CNTG_CSNU buy_trades BIGINT
      NTBY_CNTG_CSNU net_buy_trades BIGINT
      SELN_CNTG_SMTN cumulative_sell_volume BIGINT
      SHNU_CNTG_SMTN cumulative_buy_volume BIGINT
      TOTAL_ASKP_RSQN total_ask_size BIGINT
      TOTAL_BIDP_RSQN total_bid_size BIGINT
      PRDY_VOL_VRSS_ACML_VOL_RATE volume_rate DEC2
      DYNM_MXPR dynamic_upper_limit BIGINT
      DYNM_LLAM dynamic_lower_limit BIGINT
      DYNM_PRC_LIMT_YN dynamic_limit_code STRING
      """;

  /** All 49, in wire order. */
  public static final List<TickColumn> ALL = read();

  /** The column of that name; an unknown name is a mistake in the test. */
  public static TickColumn named(String name) {
    return ALL.stream().filter(column -> column.name.equals(name)).findFirst().orElseThrow();
  }

  private static List<TickColumn> read() {
    List<TickColumn> columns = new ArrayList<>();
    for (String line : TABLE.lines().toList()) {
      String[] words = line.split(" ", -1);
      columns.add(new TickColumn(columns.size(), words[0], words[1], ColumnType.valueOf(words[2])));
    }
    return List.copyOf(columns);
  }
}
