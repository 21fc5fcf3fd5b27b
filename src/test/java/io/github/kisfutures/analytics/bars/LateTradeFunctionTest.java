package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.source.TradeSerializer;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LateTradeFunctionTest {
  private final LateTradeFunction function =
      new LateTradeFunction(
          WindowSizes.of(List.of(Duration.ofMinutes(5), Duration.ofMinutes(1))),
          LateTradeSerializer.type(new TradeSerializer()));
  private OneInputStreamOperatorTestHarness<StockFuturesTrade, StockFuturesTrade> harness;

  @BeforeEach
  void open() throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(function));
    harness.setup(new TradeSerializer());
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void send(String time) throws Exception {
    StockFuturesTrade trade = trade().at(time).build();
    harness.processElement(trade, trade.eventTimeMillis());
  }

  private List<LateTrade> late() {
    var output = harness.getSideOutput(function.output());
    return output == null ? List.of() : output.stream().map(StreamRecord::getValue).toList();
  }

  @Test
  void aTradeBehindTheWatermarkOfAnOpenWindowIsNotLate() throws Exception {
    harness.processWatermark(millis("09:00:59"));
    send("09:00:10");

    assertThat(late()).isEmpty();
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void closingTheSmallestWindowMakesItLateOnceAndItStillGoesOn() throws Exception {
    long closed = millis("09:01:00") - 1;
    harness.processWatermark(closed - 1);
    send("09:00:59");
    assertThat(late()).isEmpty();

    harness.processWatermark(closed);
    send("09:00:59");
    send("09:01:00");

    assertThat(late()).containsExactly(new LateTrade(trade().at("09:00:59").build(), closed));
    assertThat(harness.extractOutputValues()).hasSize(3);
    assertThat(harness.getOperator().getRuntimeContext().getAccumulator("late").getLocalValue())
        .isEqualTo(1L);
  }

  @Test
  void closingAllWindowsMakesItLateOnce() throws Exception {
    harness.processWatermark(millis("10:00:00"));
    send("09:00:59");

    assertThat(late()).hasSize(1);
  }
}
