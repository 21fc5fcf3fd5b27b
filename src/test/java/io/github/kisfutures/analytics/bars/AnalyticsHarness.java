package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.continuity.ContinuityFunction;
import io.github.kisfutures.analytics.continuity.Gap;
import io.github.kisfutures.market.ContractNames;
import io.github.kisfutures.market.Multipliers;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.source.FeedTypes;
import io.github.kisfutures.source.TradeSerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.operators.windowing.WindowOperatorBuilder;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The operators of the analytics, one behind the other, without a cluster. */
public final class AnalyticsHarness implements AutoCloseable {
  private final KeyedOneInputStreamOperatorTestHarness<String, StockFuturesTrade, StockFuturesTrade>
      continuity;
  private final OneInputStreamOperatorTestHarness<StockFuturesTrade, StockFuturesTrade> late;
  private final KeyedOneInputStreamOperatorTestHarness<String, StockFuturesTrade, Bar> windows;
  private final LateTradeFunction lateTrades;
  private final List<StockFuturesTrade> accepted = new ArrayList<>();

  /** With windows of one size, a settle time of 3 s and 10 shares a contract. */
  public AnalyticsHarness(Duration window) throws Exception {
    Multipliers multipliers = Multipliers.of(10);
    WindowSizes sizes = WindowSizes.of(List.of(window));
    continuity =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ContinuityFunction(Duration.ofSeconds(3), multipliers)),
            StockFuturesTrade::contract,
            Types.STRING);
    continuity.setup(FeedTypes.TRADE.createSerializer(new SerializerConfigImpl()));
    continuity.open();
    lateTrades = new LateTradeFunction(sizes, LateTradeSerializer.type(new TradeSerializer()));
    late = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(lateTrades));
    late.setup(new TradeSerializer());
    late.open();
    KstTumblingWindows assigner = new KstTumblingWindows(sizes);
    windows =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new WindowOperatorBuilder<>(
                    assigner,
                    assigner.getDefaultTrigger(),
                    new ExecutionConfig(),
                    FeedTypes.TRADE,
                    StockFuturesTrade::contract,
                    Types.STRING)
                .aggregate(
                    new BarAggregate(),
                    new BarWindowFunction(multipliers, ContractNames.NONE),
                    BarAccumulatorSerializer.TYPE),
            StockFuturesTrade::contract,
            Types.STRING);
    windows.setup(Bar.TYPE.createSerializer(new SerializerConfigImpl()));
    windows.open();
  }

  /** A trade arrives. */
  public void trade(StockFuturesTrade trade) throws Exception {
    continuity.processElement(trade, trade.eventTimeMillis());
    passOn();
  }

  /** The watermark arrives. */
  public void watermark(long millis) throws Exception {
    continuity.processWatermark(millis);
    passOn();
  }

  private void passOn() throws Exception {
    for (Object next = continuity.getOutput().poll();
        next != null;
        next = continuity.getOutput().poll()) {
      if (next instanceof Watermark watermark) {
        late.processWatermark(watermark);
        windows.processWatermark(watermark);
      } else if (next instanceof StreamRecord<?> record
          && record.getValue() instanceof StockFuturesTrade trade) {
        accepted.add(trade);
        late.processElement(trade, trade.eventTimeMillis());
        passOnToWindows();
      }
    }
    late.getOutput().clear();
  }

  private void passOnToWindows() throws Exception {
    for (Object next = late.getOutput().poll(); next != null; next = late.getOutput().poll()) {
      if (next instanceof StreamRecord<?> record
          && record.getValue() instanceof StockFuturesTrade trade) {
        windows.processElement(trade, trade.eventTimeMillis());
      }
    }
  }

  /** Trades that are no duplicates, in the order of arrival. */
  public List<StockFuturesTrade> accepted() {
    return accepted;
  }

  /** Gap rows, in the order in which they were reported. */
  public List<Gap> gaps() {
    var output = continuity.getSideOutput(ContinuityFunction.GAPS);
    return output == null ? List.of() : output.stream().map(StreamRecord::getValue).toList();
  }

  /** Trades that missed a window. */
  public List<StockFuturesTrade> late() {
    var output = late.getSideOutput(lateTrades.output());
    return output == null
        ? List.of()
        : output.stream().map(record -> record.getValue().trade()).toList();
  }

  /** Bars, in the order in which their windows closed. */
  public List<Bar> bars() {
    return windows.extractOutputValues();
  }

  /** A count of continuity, such as {@code duplicates}. */
  public long count(String name) {
    return (Long) continuity.getOperator().getRuntimeContext().getAccumulator(name).getLocalValue();
  }

  @Override
  public void close() throws Exception {
    continuity.close();
    late.close();
    windows.close();
  }
}
