package io.github.kisfutures.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The official frame of H0ZFCNT0 against the sample column of {@code docs/feed.md}, "Fields". */
class OfficialFrameTest {
  private final StockFuturesTrade trade = decodeOne(Frames.official());

  @Test
  void everyFieldIsThatOfTheProtocolPage() {
    assertThat(trade.contract()).isEqualTo("111V06");
    assertThat(trade.tradeTime()).isEqualTo(LocalTime.of(9, 16, 39));
    assertThat(trade.price()).isEqualTo(77_900);
    assertThat(trade.changeSign()).isEqualTo("5");
    assertThat(trade.change()).isEqualTo(-100);
    assertThat(trade.changeRate()).isEqualTo(new BigDecimal("-0.13"));
    assertThat(trade.dayOpen()).isEqualTo(77_900);
    assertThat(trade.dayHigh()).isEqualTo(77_900);
    assertThat(trade.dayLow()).isEqualTo(77_300);
    assertThat(trade.quantity()).isEqualTo(5);
    assertThat(trade.cumulativeVolume()).isEqualTo(1724);
    assertThat(trade.cumulativeValue()).isEqualTo(1_337_128_000);
    assertThat(trade.theoreticalPrice()).isEqualTo(new BigDecimal("77899.50"));
    assertThat(trade.marketBasis()).isEqualTo(new BigDecimal("400.00"));
    assertThat(trade.disparity()).isEqualTo(new BigDecimal("0.00"));
    assertThat(trade.nearLegPrice()).isEqualTo(new BigDecimal("0.00"));
    assertThat(trade.farLegPrice()).isEqualTo(new BigDecimal("0.00"));
    assertThat(trade.calendarSpread()).isEqualTo(new BigDecimal("-500.00"));
    assertThat(trade.openInterest()).isEqualTo(32_053);
    assertThat(trade.openInterestChangeDay()).isEqualTo(219);
    assertThat(trade.openTime()).isNull();
    assertThat(trade.fromOpenSign()).isEqualTo("3");
    assertThat(trade.fromOpen()).isEqualTo(0);
    assertThat(trade.highTime()).isNull();
    assertThat(trade.fromHighSign()).isEqualTo("3");
    assertThat(trade.fromHigh()).isEqualTo(0);
    assertThat(trade.lowTime()).isNull();
    assertThat(trade.fromLowSign()).isEqualTo("2");
    assertThat(trade.fromLow()).isEqualTo(600);
    assertThat(trade.buyRatio()).isEqualTo(new BigDecimal("0.36"));
    assertThat(trade.executionStrength()).isEqualTo(new BigDecimal("58.23"));
    assertThat(trade.theoreticalGap()).isEqualTo(new BigDecimal("0.50"));
    assertThat(trade.openInterestChange()).isEqualTo(-1);
    assertThat(trade.theoreticalBasis()).isEqualTo(new BigDecimal("399.50"));
    assertThat(trade.bestAsk()).isEqualTo(77_900);
    assertThat(trade.bestBid()).isEqualTo(77_800);
    assertThat(trade.bestAskSize()).isEqualTo(0);
    assertThat(trade.bestBidSize()).isEqualTo(0);
    assertThat(trade.sellTrades()).isEqualTo(105);
    assertThat(trade.buyTrades()).isEqualTo(36);
    assertThat(trade.netBuyTrades()).isEqualTo(-69);
    assertThat(trade.cumulativeSellVolume()).isEqualTo(1075);
    assertThat(trade.cumulativeBuyVolume()).isEqualTo(626);
    assertThat(trade.totalAskSize()).isEqualTo(0);
    assertThat(trade.totalBidSize()).isEqualTo(0);
    assertThat(trade.volumeRate()).isEqualTo(new BigDecimal("6.23"));
    assertThat(trade.dynamicUpperLimit()).isEqualTo(0);
    assertThat(trade.dynamicLowerLimit()).isEqualTo(0);
    assertThat(trade.dynamicLimitCode()).isEqualTo("0");
  }

  @Test
  void carriesItsArrivalAndEventTime() {
    assertThat(trade.eventTime()).isEqualTo(Instant.parse("2026-07-10T00:16:39Z"));
    assertThat(trade.tradingDate()).isEqualTo(LocalDate.of(2026, 7, 10));
    assertThat(trade.receipt()).isSameAs(Frames.RECEIPT);
    assertThat(trade.recordIndex()).isZero();
  }

  @Test
  void everyValuePrintsAsItStandsOnTheWire() {
    String[] wire = Frames.officialFields();
    for (TradeField field : TradeField.values()) {
      Object value = trade.value(field);
      String expected = wire[field.position()];
      if (field.kind() == TradeField.Kind.TIME) {
        assertThat(expected).as(field.name()).isEqualTo("000000");
        assertThat(value).as(field.name()).isNull();
      } else if (field.kind() == TradeField.Kind.TRADE_TIME) {
        assertThat(value).isEqualTo(LocalTime.of(9, 16, 39));
      } else {
        assertThat(value).as(field.name()).hasToString(expected);
      }
    }
  }

  @Test
  void encodesBackToTheIdenticalText() {
    assertThat(TradeEncoder.encode(List.of(trade))).isEqualTo(Frames.official());
  }

  @Test
  void holdsTheIdentitiesOfTheProtocolPage() {
    BigDecimal price = BigDecimal.valueOf(trade.price());

    assertThat(trade.theoreticalGap()).isEqualTo(price.subtract(trade.theoreticalPrice()));
    assertThat(trade.theoreticalBasis().subtract(trade.marketBasis()))
        .isEqualTo(trade.theoreticalPrice().subtract(price));
    assertThat(trade.fromOpen()).isEqualTo(trade.price() - trade.dayOpen());
    assertThat(trade.fromHigh()).isEqualTo(trade.price() - trade.dayHigh());
    assertThat(trade.fromLow()).isEqualTo(trade.price() - trade.dayLow());
    assertThat(trade.netBuyTrades()).isEqualTo(trade.buyTrades() - trade.sellTrades());
    assertThat(trade.cumulativeBuyVolume() + trade.cumulativeSellVolume())
        .isLessThanOrEqualTo(trade.cumulativeVolume());
  }

  private static StockFuturesTrade decodeOne(String frame) {
    DecodedFrame decoded = new TradeDecoder().decode(new ReceivedFrame(frame, Frames.RECEIPT));
    assertThat(decoded).isInstanceOf(DecodedFrame.Trades.class);
    DecodedFrame.Trades trades = (DecodedFrame.Trades) decoded;
    assertThat(trades.surplusFields()).isZero();
    assertThat(trades.trades()).hasSize(1);
    return trades.trades().get(0);
  }
}
