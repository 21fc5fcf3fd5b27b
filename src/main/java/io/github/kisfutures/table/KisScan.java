package io.github.kisfutures.table;

import io.github.kisfutures.source.KisSource;
import io.github.kisfutures.source.options.FeedConfiguration;
import io.github.kisfutures.source.reader.LiveSessions;
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
    try {
      LiveSessions sessions = new LiveSessions(feed.settings(), feed.credentials());
      LiveRowDeserializer rows =
          new LiveRowDeserializer(
              pushed.rowType().rows().believing(feed.maxClockSkew()),
              type,
              pushed.rowSelection(),
              sessions);
      DataStreamSource<RowData> stream = stream(rows, env);
      context.generateUid(NAME).ifPresent(stream::uid);
      return stream;
    } catch (IllegalArgumentException e) {
      throw new ValidationException(KisConnectorOptions.asInTable(String.valueOf(e.getMessage())));
    }
  }

  private DataStreamSource<RowData> stream(
      LiveRowDeserializer rows, StreamExecutionEnvironment env) {
    if (pushed.contracts().isEmpty()) {
      return env.fromSource(feed.emptySource(rows), watermarks(), NAME, type).setParallelism(1);
    }
    KisSource<RowData> source = feed.source(feed.plan(pushed.contracts(), System.getenv()), rows);
    if (pushed.sourceWatermarks()) {
      source = source.withWatermarks(feed.watermarks());
    }
    if (pushed.limit() != null) {
      LimitedSource limited = new LimitedSource(source, rows);
      return env.fromSource(limited, watermarks(), NAME, type).setParallelism(1);
    }
    return env.fromSource(source, watermarks(), NAME, type)
        .setParallelism(Math.max(1, Math.min(source.sessions(), env.getParallelism())));
  }

  /** Those that the table declares; the source's own come from the source. */
  private WatermarkStrategy<RowData> watermarks() {
    return pushed.watermarks() == null ? WatermarkStrategy.noWatermarks() : pushed.watermarks();
  }
}
