package io.github.kisfutures.analytics;

import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.bars.BarAccumulatorSerializer;
import io.github.kisfutures.analytics.bars.BarAggregate;
import io.github.kisfutures.analytics.bars.BarWindowFunction;
import io.github.kisfutures.analytics.bars.KstTumblingWindows;
import io.github.kisfutures.analytics.bars.LateTradeFunction;
import io.github.kisfutures.analytics.bars.LateTradeSerializer;
import io.github.kisfutures.analytics.bars.WindowSizes;
import io.github.kisfutures.analytics.continuity.ContinuityFunction;
import io.github.kisfutures.market.StockFuturesTrade;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From trades to bars: keyed by contract -> continuity -> late trades -> windows. One exchange; the
 * rest is chained to it.
 */
public final class Analytics {
  private Analytics() {}

  /**
   * Adds the analytics to a topology.
   *
   * @param trades trades with event time as their timestamps, and watermarks; their type
   *     information must bring its own serializer
   */
  public static AnalyticsStreams build(
      DataStream<StockFuturesTrade> trades, AnalyticsSettings settings) {
    TypeInformation<StockFuturesTrade> tradeType = trades.getType();
    SingleOutputStreamOperator<StockFuturesTrade> accepted =
        trades
            .keyBy(StockFuturesTrade::contract, Types.STRING)
            .process(
                new ContinuityFunction(settings.gapSettleTime(), settings.multipliers()), tradeType)
            .name("continuity")
            .uid("continuity");
    LateTradeFunction late =
        new LateTradeFunction(
            WindowSizes.of(settings.windows()), LateTradeSerializer.type(serializerOf(trades)));
    SingleOutputStreamOperator<StockFuturesTrade> forBars =
        accepted.process(late, tradeType).name("late trades").uid("late-trades");
    return new AnalyticsStreams(
        accepted,
        accepted.getSideOutput(ContinuityFunction.GAPS),
        forBars.getSideOutput(late.output()),
        bars(forBars, settings));
  }

  private static TypeSerializer<StockFuturesTrade> serializerOf(
      DataStream<StockFuturesTrade> trades) {
    return trades.getType().createSerializer(trades.getExecutionConfig().getSerializerConfig());
  }

  private static DataStream<Bar> bars(
      DataStream<StockFuturesTrade> trades, AnalyticsSettings settings) {
    // Still partitioned by contract: a second exchange would only cost (docs/architecture.md,
    // "Decisions").
    return DataStreamUtils.reinterpretAsKeyedStream(
            trades, StockFuturesTrade::contract, Types.STRING)
        .window(new KstTumblingWindows(WindowSizes.of(settings.windows())))
        .aggregate(
            new BarAggregate(),
            new BarWindowFunction(settings.multipliers(), settings.names()),
            BarAccumulatorSerializer.TYPE,
            BarAccumulatorSerializer.TYPE,
            Bar.TYPE)
        .name("bars")
        .uid("bars");
  }
}
