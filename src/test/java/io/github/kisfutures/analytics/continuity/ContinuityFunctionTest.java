package io.github.kisfutures.analytics.continuity;

import static io.github.kisfutures.market.TradeFixture.DATE;
import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.Multipliers;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeFixture;
import io.github.kisfutures.source.FeedTypes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContinuityFunctionTest {
  private static final Duration SETTLE = Duration.ofSeconds(3);

  private KeyedOneInputStreamOperatorTestHarness<String, StockFuturesTrade, StockFuturesTrade>
      harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness(SETTLE);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static KeyedOneInputStreamOperatorTestHarness<
          String, StockFuturesTrade, StockFuturesTrade>
      harness(Duration settle) throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, StockFuturesTrade, StockFuturesTrade> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ContinuityFunction(settle, Multipliers.of(10))),
            StockFuturesTrade::contract,
            Types.STRING);
    harness.setup(FeedTypes.TRADE.createSerializer(new SerializerConfigImpl()));
    return harness;
  }

  private void send(TradeFixture fixture) throws Exception {
    StockFuturesTrade trade = fixture.build();
    harness.processElement(trade, trade.eventTimeMillis());
  }

  private List<Long> accepted() {
    return harness.extractOutputValues().stream().map(StockFuturesTrade::cumulativeVolume).toList();
  }

  private List<Gap> gaps() {
    var output = harness.getSideOutput(ContinuityFunction.GAPS);
    return output == null ? List.of() : output.stream().map(StreamRecord::getValue).toList();
  }

  private Object count(String name) {
    return harness.getOperator().getRuntimeContext().getAccumulator(name).getLocalValue();
  }

  private void assertCounts(Map<String, Long> expected) {
    assertThat(expected)
        .allSatisfy((name, count) -> assertThat(count(name)).as(name).isEqualTo(count));
  }

  @Test
  void dropsDuplicatesAndKeepsAnomalies() throws Exception {
    send(trade().volume(5, 5));
    send(trade().volume(5, 5));
    send(trade().volume(8, 3));
    send(trade().volume(9, 3));
    send(trade().volume(9, 0));

    assertThat(accepted()).containsExactly(5L, 8L, 9L, 9L);
    assertCounts(Map.of("trades", 4L, "duplicates", 1L, "anomalies", 2L, "gaps", 0L));
  }

  @Test
  void contractsAreApart() throws Exception {
    send(trade().contract("111V06").volume(5, 5));
    send(trade().contract("A50607").volume(5, 5));

    assertThat(accepted()).containsExactly(5L, 5L);
  }

  @Test
  void reportsAHoleWhenTheWatermarkPassesItsDueTime() throws Exception {
    send(trade().at("09:00:00").volume(5, 5));
    send(trade().at("09:00:10").volume(20, 5));

    harness.processWatermark(millis("09:00:13") - 1);
    assertThat(gaps()).isEmpty();
    harness.processWatermark(millis("09:00:13"));
    assertThat(gaps()).extracting(Gap::missedVolume).containsExactly(10L);
    harness.processWatermark(millis("12:00:00"));
    assertThat(gaps()).hasSize(1);
    assertCounts(Map.of("gaps", 1L, "missedVolume", 10L));
  }

  @Test
  void aHoleFilledInTimeIsNotReported() throws Exception {
    send(trade().at("09:00:00").volume(5, 5));
    send(trade().at("09:00:10").volume(20, 5));
    harness.processWatermark(millis("09:00:12"));
    send(trade().at("09:00:09").volume(15, 10));
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(gaps()).isEmpty();
    assertThat(accepted()).containsExactly(5L, 20L, 15L);
  }

  @Test
  void bothPartsOfADividedHoleAreReportedAtTheirOwnTime() throws Exception {
    send(trade().at("09:00:00").volume(5, 5));
    send(trade().at("09:00:10").volume(20, 5));
    send(trade().at("09:00:08").volume(10, 2));

    harness.processWatermark(millis("09:00:11"));
    assertThat(gaps()).extracting(Gap::toVolume).containsExactly(8L);
    harness.processWatermark(millis("09:00:13"));
    assertThat(gaps()).extracting(Gap::toVolume).containsExactly(8L, 15L);
  }

  @Test
  void aHoleThatIsDueAlreadyIsReportedWithTheNextWatermark() throws Exception {
    harness.processWatermark(millis("09:00:30"));
    send(trade().at("09:00:10").volume(20, 5));
    assertThat(gaps()).isEmpty();

    harness.processWatermark(millis("09:00:31"));
    assertThat(gaps()).extracting(Gap::cause).containsExactly(GapCause.LATE_JOIN);
  }

  @Test
  void finalWatermarkReportsEveryOpenHole() throws Exception {
    send(trade().at("09:00:00").volume(20, 5));
    send(trade().at("09:00:00").volume(40, 5));
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(gaps()).extracting(Gap::missedVolume).containsExactly(15L, 15L);
    assertThat(harness.numKeyedStateEntries()).as("state left").isZero();
    assertThat(harness.numEventTimeTimers()).as("timers left").isZero();
  }

  @Test
  void reconnectionIsTheCause() throws Exception {
    send(trade().volume(5, 5).from("session-1", Receipt.connection(0, 1)));
    send(trade().volume(20, 5).from("session-1", Receipt.connection(0, 2)));
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(gaps()).extracting(Gap::cause).containsExactly(GapCause.RECONNECT);
  }

  @Test
  void anOrdinaryDayNeedsOneTimer() throws Exception {
    for (int i = 1; i <= 100; i++) {
      send(trade().at("09:00:" + (10 + i / 2 % 50)).volume(i, 1));
    }

    assertThat(harness.numEventTimeTimers()).isEqualTo(1);
  }

  @Test
  void everyDateBeginsAtZero() throws Exception {
    send(trade().on(DATE).at("15:45:00").volume(500, 500));
    send(trade().on(DATE.plusDays(1)).at("08:45:00").volume(5, 5));
    assertThat(accepted()).containsExactly(500L, 5L);
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(gaps()).isEmpty();
  }

  @Test
  void twoDatesLiveAroundMidnight() throws Exception {
    send(trade().on(DATE).at("23:59:59").volume(10, 10));
    send(trade().on(DATE.plusDays(1)).at("00:00:00").volume(4, 4));
    send(trade().on(DATE).at("23:59:59").volume(30, 10));
    send(trade().on(DATE.plusDays(1)).at("00:00:00").volume(4, 4));

    assertThat(accepted()).containsExactly(10L, 4L, 30L);
    harness.processWatermark(millis(DATE.plusDays(1), java.time.LocalTime.of(0, 0, 2)));
    assertThat(gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.tradingDate()).isEqualTo(DATE));
  }

  @Test
  void aPassedDateIsDroppedAndItsTradesAreStillAccepted() throws Exception {
    send(trade().on(DATE).at("15:00:00").volume(10, 10));
    harness.processWatermark(millis(DATE.plusDays(1), java.time.LocalTime.of(0, 0, 3)));
    assertThat(harness.numKeyedStateEntries()).isZero();

    send(trade().on(DATE).at("15:00:01").volume(30, 10));
    assertThat(accepted()).containsExactly(10L, 30L);
    assertThat(harness.numKeyedStateEntries()).isZero();
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(gaps()).isEmpty();
  }

  @Test
  void restoresWhereItWasAndBlamesTheRestart() throws Exception {
    send(trade().at("09:00:00").volume(5, 5).from("session-1", Receipt.connection(0, 1)));
    send(trade().at("09:00:10").volume(20, 5).from("session-1", Receipt.connection(0, 1)));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    harness = harness(SETTLE);
    harness.initializeState(snapshot);
    harness.open();
    send(trade().at("09:00:10").volume(20, 5).from("session-1", Receipt.connection(1, 1)));
    send(trade().at("09:00:20").volume(40, 5).from("session-1", Receipt.connection(1, 1)));
    assertThat(accepted()).as("20 is a duplicate").containsExactly(40L);
    harness.processWatermark(millis("09:00:13"));
    assertThat(gaps()).extracting(Gap::toVolume).as("its timer was kept").containsExactly(15L);
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(gaps()).extracting(Gap::toVolume).containsExactly(15L, 35L);
  }

  @Test
  void restartIsTheCauseOfTheHoleItLeft() throws Exception {
    send(trade().at("09:00:00").volume(5, 5).from("session-1", Receipt.connection(0, 1)));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    harness = harness(SETTLE);
    harness.initializeState(snapshot);
    harness.open();
    send(trade().at("09:00:20").volume(40, 5).from("session-1", Receipt.connection(1, 1)));
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(gaps()).extracting(Gap::cause).containsExactly(GapCause.RESTART);
  }

  @Test
  void aLongerSettleTimeAfterARestoreIsKept() throws Exception {
    send(trade().at("09:00:00").volume(5, 5));
    send(trade().at("09:00:10").volume(20, 5));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    harness = harness(Duration.ofSeconds(60));
    harness.initializeState(snapshot);
    harness.open();
    harness.processWatermark(millis("09:00:30"));
    assertThat(gaps()).isEmpty();
    harness.processWatermark(millis("09:01:10"));
    assertThat(gaps()).hasSize(1);
  }
}
