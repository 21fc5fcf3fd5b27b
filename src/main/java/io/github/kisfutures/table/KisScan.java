package io.github.kisfutures.table;

import io.github.kisfutures.source.FeedWatermarks;
import io.github.kisfutures.source.KisSource;
import io.github.kisfutures.source.SystemClock;
import io.github.kisfutures.source.options.FeedConfiguration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.connector.ProviderContext;
import org.apache.flink.table.connector.source.DataStreamScanProvider;
import org.apache.flink.table.data.RowData;

/**
 * Runs the live source of a planned table. It has as many subtasks as sessions, or fewer where the
 * environment has fewer; that is not declared to the planner, which would then spread the rows over
 * its own parallelism at once and lose the order of a contract's trades.
 *
 * @param feed the table's options
 * @param pushed what the planner asks for
 * @param type type of the rows
 */
record KisScan(FeedConfiguration feed, PushedDown pushed, TypeInformation<RowData> type)
    implements DataStreamScanProvider {
  private static final String NAME = "kis";

  @Override
  public boolean isBounded() {
    return pushed.contracts().isEmpty();
  }

  @Override
  public DataStream<RowData> produceDataStream(
      ProviderContext context, StreamExecutionEnvironment env) {
    KisSource<RowData> source = source();
    DataStreamSource<RowData> stream = env.fromSource(source, watermarks(), NAME, type);
    stream.setParallelism(Math.max(1, Math.min(source.sessions(), env.getParallelism())));
    context.generateUid(NAME).ifPresent(stream::uid);
    return stream;
  }

  private KisSource<RowData> source() {
    RowDeserializer deserializer =
        new RowDeserializer(
            pushed.rowType().rows(), type, FaultyFrames.SKIP, pushed.rowSelection());
    try {
      if (pushed.contracts().isEmpty()) {
        return feed.emptySource(deserializer);
      }
      KisSource<RowData> endless =
          feed.source(feed.plan(pushed.contracts(), System.getenv()), deserializer);
      return pushed.limit() == null ? endless : endless.until(RowDeserializer::isEnd);
    } catch (IllegalArgumentException e) {
      throw new ValidationException(KisConnectorOptions.asInTable(String.valueOf(e.getMessage())));
    }
  }

  private WatermarkStrategy<RowData> watermarks() {
    if (pushed.sourceWatermarks()) {
      return FeedWatermarks.liveStamped(
          feed.maxOutOfOrderness(), feed.maxFeedDelay(), new SystemClock());
    }
    return pushed.watermarks() == null ? WatermarkStrategy.noWatermarks() : pushed.watermarks();
  }
}
