package io.github.kisfutures.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The table of fields against {@code docs/feed.md}, "Fields" and {@code docs/numbers.md}, "Ticks".
 */
class TradeFieldTest {
  /** Position, KIS's name, column, kind: typed off the two pages, not derived from the code. */
  private static final String SPECIFIED =
      """
      0 FUTS_SHRN_ISCD contract CONTRACT
      1 BSOP_HOUR trade_time TRADE_TIME
      2 STCK_PRPR price LONG
      3 PRDY_VRSS_SIGN change_sign CODE
      4 PRDY_VRSS change LONG
      5 FUTS_PRDY_CTRT change_rate DECIMAL
      6 STCK_OPRC day_open LONG
      7 STCK_HGPR day_high LONG
      8 STCK_LWPR day_low LONG
      9 LAST_CNQN quantity LONG
      10 ACML_VOL cumulative_volume LONG
      11 ACML_TR_PBMN cumulative_value LONG
      12 HTS_THPR theoretical_price DECIMAL
      13 MRKT_BASIS market_basis DECIMAL
      14 DPRT disparity DECIMAL
      15 NMSC_FCTN_STPL_PRC near_leg_price DECIMAL
      16 FMSC_FCTN_STPL_PRC far_leg_price DECIMAL
      17 SPEAD_PRC calendar_spread DECIMAL
      18 HTS_OTST_STPL_QTY open_interest LONG
      19 OTST_STPL_QTY_ICDC open_interest_change_day LONG
      20 OPRC_HOUR open_time TIME
      21 OPRC_VRSS_PRPR_SIGN from_open_sign CODE
      22 OPRC_VRSS_PRPR from_open LONG
      23 HGPR_HOUR high_time TIME
      24 HGPR_VRSS_PRPR_SIGN from_high_sign CODE
      25 HGPR_VRSS_PRPR from_high LONG
      26 LWPR_HOUR low_time TIME
      27 LWPR_VRSS_PRPR_SIGN from_low_sign CODE
      28 LWPR_VRSS_PRPR from_low LONG
      29 SHNU_RATE buy_ratio DECIMAL
      30 CTTR execution_strength DECIMAL
      31 ESDG theoretical_gap DECIMAL
      32 OTST_STPL_RGBF_QTY_ICDC open_interest_change LONG
      33 THPR_BASIS theoretical_basis DECIMAL
      34 ASKP1 best_ask LONG
      35 BIDP1 best_bid LONG
      36 ASKP_RSQN1 best_ask_size LONG
      37 BIDP_RSQN1 best_bid_size LONG
      38 SELN_CNTG_CSNU sell_trades LONG
      39 SHNU_CNTG_CSNU buy_trades LONG
      40 NTBY_CNTG_CSNU net_buy_trades LONG
      41 SELN_CNTG_SMTN cumulative_sell_volume LONG
      42 SHNU_CNTG_SMTN cumulative_buy_volume LONG
      43 TOTAL_ASKP_RSQN total_ask_size LONG
      44 TOTAL_BIDP_RSQN total_bid_size LONG
      45 PRDY_VOL_VRSS_ACML_VOL_RATE volume_rate DECIMAL
      46 DYNM_MXPR dynamic_upper_limit LONG
      47 DYNM_LLAM dynamic_lower_limit LONG
      48 DYNM_PRC_LIMT_YN dynamic_limit_code CODE
      """;

  @Test
  void fieldsAreThoseOfTheProtocolPageInWireOrder() {
    List<String> table = new ArrayList<>();
    for (TradeField field : TradeField.values()) {
      table.add(
          field.position() + " " + field.kisName() + " " + field.column() + " " + field.kind());
    }

    assertThat(table).containsExactlyElementsOf(SPECIFIED.lines().toList());
    assertThat(TradeField.count()).isEqualTo(49);
  }

  @Test
  void mandatoryFieldsAreThoseWithoutWhichARecordIsNoTrade() {
    List<String> mandatory = new ArrayList<>();
    for (TradeField field : TradeField.values()) {
      if (field.mandatory()) {
        mandatory.add(field.column());
      }
    }

    assertThat(mandatory)
        .containsExactly(
            "contract", "trade_time", "price", "quantity", "cumulative_volume", "cumulative_value");
  }

  @Test
  void everyFieldIsFoundAtItsPositionAndExplained() {
    for (TradeField field : TradeField.values()) {
      assertThat(TradeField.at(field.position())).isSameAs(field);
      assertThat(field.meaning()).as(field.name()).isNotBlank();
    }
  }
}
