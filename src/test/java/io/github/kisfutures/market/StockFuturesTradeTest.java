package io.github.kisfutures.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StockFuturesTradeTest {
  private static final long RECEIVED = Instant.parse("2026-07-10T00:16:39.620Z").toEpochMilli();
  private static final long EVENT = Instant.parse("2026-07-10T00:16:39Z").toEpochMilli();
  private static final Receipt RECEIPT = new Receipt(RECEIVED, "session-1", 3, 17);

  @Test
  void givesReadableValuesOfTheRawOnes() {
    long[] values = blank();
    values[TradeField.TRADE_TIME.position()] = 9 * 3600 + 16 * 60 + 39;
    values[TradeField.PRICE.position()] = 77_900;
    values[TradeField.CHANGE_SIGN.position()] = PackedCode.pack("5");
    values[TradeField.CHANGE.position()] = -100;
    values[TradeField.MARKET_BASIS.position()] = -40_005;
    values[TradeField.OPEN_TIME.position()] = 8 * 3600 + 45 * 60;
    StockFuturesTrade trade = trade(values);

    assertThat(trade.contract()).isEqualTo("111V06");
    assertThat(trade.tradeTime()).isEqualTo(LocalTime.of(9, 16, 39));
    assertThat(trade.price()).isEqualTo(77_900);
    assertThat(trade.changeSign()).isEqualTo("5");
    assertThat(trade.change()).isEqualTo(-100L);
    assertThat(trade.marketBasis()).isEqualTo(new BigDecimal("-400.05"));
    assertThat(trade.openTime()).isEqualTo(LocalTime.of(8, 45));
    assertThat(trade.eventTime()).isEqualTo(Instant.parse("2026-07-10T00:16:39Z"));
    assertThat(trade.tradingDate()).isEqualTo(LocalDate.of(2026, 7, 10));
    assertThat(trade.receiveTime()).isEqualTo(Instant.ofEpochMilli(RECEIVED));
    assertThat(trade.session()).isEqualTo("session-1");
    assertThat(trade.receipt()).isSameAs(RECEIPT);
    assertThat(trade.recordIndex()).isEqualTo(2);
  }

  @Test
  void whatTheWireDoesNotSayIsNullForEveryOptionalField() {
    StockFuturesTrade trade = trade(blank());

    for (TradeField field : TradeField.values()) {
      if (!field.mandatory()) {
        assertThat(trade.value(field)).as(field.name()).isNull();
        assertThat(trade.has(field)).as(field.name()).isFalse();
        assertThat(trade.raw(field)).as(field.name()).isEqualTo(StockFuturesTrade.NULL);
      }
    }
    assertThat(trade.has(TradeField.CONTRACT)).isTrue();
    assertThat(trade.value(TradeField.CONTRACT)).isEqualTo("111V06");
  }

  @Test
  void zeroIsAValue() {
    long[] values = blank();
    values[TradeField.BEST_ASK.position()] = 0;
    values[TradeField.DISPARITY.position()] = 0;
    StockFuturesTrade trade = trade(values);

    assertThat(trade.bestAsk()).isZero();
    assertThat(trade.disparity()).isEqualTo(new BigDecimal("0.00"));
  }

  @Test
  void isEqualWhenFieldsAndArrivalAre() {
    StockFuturesTrade trade = trade(blank());
    long[] otherPrice = blank();
    otherPrice[TradeField.PRICE.position()] = 1;

    assertThat(trade).isEqualTo(trade(blank())).hasSameHashCodeAs(trade(blank()));
    assertThat(trade).isNotEqualTo(trade(otherPrice));
    assertThat(trade).isNotEqualTo(new StockFuturesTrade("111V07", blank(), EVENT, RECEIPT, 2));
    assertThat(trade).isNotEqualTo(new StockFuturesTrade("111V06", blank(), EVENT + 1, RECEIPT, 2));
    assertThat(trade).isNotEqualTo(new StockFuturesTrade("111V06", blank(), EVENT, RECEIPT, 3));
    Receipt other = new Receipt(RECEIVED, "session-2", 3, 17);
    assertThat(trade).isNotEqualTo(new StockFuturesTrade("111V06", blank(), EVENT, other, 2));
    assertThat(trade).isNotEqualTo(null);
  }

  @Test
  void theUnusedSlotOfTheContractTellsNoTradesApart() {
    long[] values = blank();
    values[TradeField.CONTRACT.position()] = 42;

    assertThat(trade(values)).isEqualTo(trade(blank()));
  }

  @Test
  void refusesAnotherNumberOfValues() {
    assertThatThrownBy(() -> new StockFuturesTrade("111V06", new long[48], EVENT, RECEIPT, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a trade has 49 values, not 48");
  }

  @Test
  void printsWhatIdentifiesIt() {
    long[] values = blank();
    values[TradeField.PRICE.position()] = 77_900;
    values[TradeField.QUANTITY.position()] = 5;
    values[TradeField.CUMULATIVE_VOLUME.position()] = 1724;

    assertThat(trade(values))
        .hasToString("trade 111V06 2026-07-10T00:16:39Z price 77900 x 5, volume 1724");
  }

  @Test
  void aConnectionNumberCountsRestartsInItsUpperHalf() {
    long connection = Receipt.connection(7, 3);

    assertThat(new Receipt(0, "s", connection, 0).restarts()).isEqualTo(7);
    assertThat(Receipt.restarts(connection)).isEqualTo(7);
    assertThat(Receipt.connection(7, 4)).isGreaterThan(connection);
    assertThat(Receipt.connection(8, 0)).isGreaterThan(Receipt.connection(7, Integer.MAX_VALUE));
  }

  private static StockFuturesTrade trade(long[] values) {
    return new StockFuturesTrade("111V06", values, EVENT, RECEIPT, 2);
  }

  private static long[] blank() {
    long[] values = new long[TradeField.count()];
    Arrays.fill(values, StockFuturesTrade.NULL);
    return values;
  }
}
