package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.market.TradeFixture.DATE;
import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.job.RecordedLog;
import io.github.kisfutures.market.ContractNames;
import io.github.kisfutures.market.Multipliers;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeFixture;
import io.github.kisfutures.source.FeedTypes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.operators.windowing.WindowOperatorBuilder;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Assigner, aggregate and window function in Flink's window operator. */
class BarWindowOperatorTest {
  private KeyedOneInputStreamOperatorTestHarness<String, StockFuturesTrade, Bar> harness;

  private void create(int multiplier, Duration... sizes) throws Exception {
    KstTumblingWindows windows = new KstTumblingWindows(WindowSizes.of(Arrays.asList(sizes)));
    var operator =
        new WindowOperatorBuilder<>(
                windows,
                windows.getDefaultTrigger(),
                new ExecutionConfig(),
                FeedTypes.TRADE,
                StockFuturesTrade::contract,
                Types.STRING)
            .aggregate(
                new BarAggregate(),
                new BarWindowFunction(Multipliers.of(multiplier), ContractNames.NONE),
                BarAccumulatorSerializer.TYPE);
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator, StockFuturesTrade::contract, Types.STRING);
    harness.setup(Bar.TYPE.createSerializer(new SerializerConfigImpl()));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void send(TradeFixture fixture) throws Exception {
    StockFuturesTrade trade = fixture.build();
    harness.processElement(trade, trade.eventTimeMillis());
  }

  private List<String> bars() {
    return harness.extractOutputValues().stream()
        .map(
            b ->
                Duration.between(b.windowStart(), b.windowEnd()).toMinutes()
                    + " min, "
                    + b.contract()
                    + ", "
                    + b.get(BarColumns.VOLUME)
                    + " of "
                    + (b.get(BarColumns.VOLUME) + b.get(BarColumns.MISSED_VOLUME)))
        .toList();
  }

  @Test
  void carriesPerContractAndSize() throws Exception {
    create(10, Duration.ofMinutes(1), Duration.ofMinutes(2));
    harness.open();
    send(trade().contract("111V06").at("09:00:10").volume(10, 2));
    send(trade().contract("A50607").at("09:00:20").volume(70, 7));
    send(trade().contract("111V06").at("09:01:10").volume(15, 1));
    harness.processWatermark(millis("09:00:59"));
    assertThat(bars()).isEmpty();
    harness.processWatermark(millis("09:01:00") - 1);
    assertThat(bars()).containsExactlyInAnyOrder("1 min, 111V06, 2 of 2", "1 min, A50607, 7 of 7");
    harness.getOutput().clear();

    harness.processWatermark(millis("09:02:00"));
    assertThat(bars())
        .containsExactlyInAnyOrder(
            "1 min, 111V06, 1 of 5", "2 min, 111V06, 3 of 7", "2 min, A50607, 7 of 7");
    harness.getOutput().clear();

    send(trade().contract("111V06").at("09:05:00").volume(20, 5));
    harness.processWatermark(millis("09:06:00"));
    assertThat(bars()).containsExactlyInAnyOrder("1 min, 111V06, 5 of 5", "2 min, 111V06, 5 of 5");
  }

  @Test
  void nextDateStartsAnew() throws Exception {
    create(10, Duration.ofHours(7));
    harness.open();
    send(trade().on(DATE).at("23:00:00").volume(10, 2));
    send(trade().on(DATE.plusDays(1)).at("00:00:00").volume(4, 4));
    send(trade().on(DATE.plusDays(1)).at("07:00:00").volume(9, 1));
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(bars())
        .containsExactly(
            "420 min, 111V06, 2 of 2", "420 min, 111V06, 4 of 4", "420 min, 111V06, 1 of 5");
    assertThat(harness.extractOutputValues())
        .extracting(bar -> bar.get(BarColumns.TRADING_DATE))
        .containsExactly(DATE, DATE.plusDays(1), DATE.plusDays(1));
  }

  @Test
  void lateTradeStillReachesTheLargerWindow() throws Exception {
    create(10, Duration.ofMinutes(1), Duration.ofMinutes(5));
    harness.open();
    send(trade().at("09:00:10").volume(10, 2));
    harness.processWatermark(millis("09:01:30"));
    send(trade().at("09:00:20").volume(12, 2));
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(bars()).containsExactly("1 min, 111V06, 2 of 2", "5 min, 111V06, 4 of 4");
  }

  @Test
  void restoresOpenWindowsAndCarry() throws Exception {
    create(10, Duration.ofMinutes(1));
    harness.open();
    send(trade().at("09:00:10").volume(10, 2));
    harness.processWatermark(millis("09:01:00"));
    send(trade().at("09:01:10").volume(13, 2));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();

    create(10, Duration.ofMinutes(1));
    harness.initializeState(snapshot);
    harness.open();
    send(trade().at("09:01:50").volume(20, 3));
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(bars()).containsExactly("1 min, 111V06, 5 of 10");
  }

  @Test
  void countsBarsThatContradictTheMultiplier() throws Exception {
    create(100, Duration.ofMinutes(1));
    harness.open();
    send(trade().at("09:00:10").price(1000).volume(1, 1).value(10_000));
    send(trade().at("09:00:11").price(1000).volume(2, 1).value(20_000));
    send(trade().at("09:01:10").price(1000).volume(3, 1).value(30_000));
    send(trade().at("09:02:10").price(1000).volume(5, 1).value(50_000));
    harness.processWatermark(Long.MAX_VALUE);

    assertThat(
            harness
                .getOperator()
                .getRuntimeContext()
                .getAccumulator("multiplierMismatch")
                .getLocalValue())
        .as("two complete bars; the third is not")
        .isEqualTo(2L);
  }

  @Test
  void aWrongMultiplierIsSaidOnceWhenSeveralBarsAgreeOnAnother() throws Exception {
    create(100, Duration.ofMinutes(1));
    harness.open();
    String text;
    try (RecordedLog log = new RecordedLog(Level.WARN)) {
      for (int i = 1; i <= 6; i++) { // the first bar's carry is made with the wrong one
        send(trade().at("09:0" + i + ":10").price(1000).volume(i, 1).value(i * 10_570L));
        if (i == 3) {
          harness.processWatermark(millis("09:03:59"));
          assertThat(log.text()).doesNotContain("is wrong:");
        }
      }
      harness.processWatermark(Long.MAX_VALUE);
      text = log.text();
    }

    assertThat(text)
        .containsOnlyOnce("the multiplier 100 of 111V06 is wrong: 3 complete bars agree on 10.57");
    assertThat(text).containsOnlyOnce("yet its vwap 105.7000 is not between 1000 and 1000");
    assertThat(count("implausibleBars")).isEqualTo(5L);
  }

  @Test
  void oneLyingRecordBlamesNoMultiplier() throws Exception {
    create(10, Duration.ofMinutes(1));
    harness.open();
    String text;
    try (RecordedLog log = new RecordedLog(Level.WARN)) {
      send(trade().at("09:00:10").price(1000).volume(1, 1).value(10_000));
      send(trade().at("09:01:10").price(1000).volume(2, 1).value(25_000));
      send(trade().at("09:02:10").price(1000).volume(3, 1).value(35_000));
      harness.processWatermark(Long.MAX_VALUE);
      text = log.text();
    }

    assertThat(text).contains("yet its vwap 1500.0000 is not").doesNotContain("is wrong:");
    assertThat(count("implausibleBars")).isEqualTo(1L);
  }

  private Object count(String name) {
    return harness.getOperator().getRuntimeContext().getAccumulator(name).getLocalValue();
  }
}
