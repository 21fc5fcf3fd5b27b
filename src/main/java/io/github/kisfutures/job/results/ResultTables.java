package io.github.kisfutures.job.results;

import io.github.kisfutures.analytics.alerts.AlertColumns;
import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.bars.BarColumns;
import io.github.kisfutures.analytics.bars.LateTickColumns;
import io.github.kisfutures.analytics.continuity.GapColumns;
import io.github.kisfutures.columns.ResultTable;
import io.github.kisfutures.columns.TickColumns;
import io.github.kisfutures.job.JobStreams;
import io.github.kisfutures.source.FeedEventColumns;
import io.github.kisfutures.source.RejectedFrameColumns;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/** The result tables, and the streams behind them. */
public final class ResultTables {
  /** All there are. */
  public static final List<ResultTable<?>> ALL =
      List.of(
          TickColumns.TABLE,
          BarColumns.TABLE,
          AlertColumns.TABLE,
          GapColumns.TABLE,
          LateTickColumns.TABLE,
          RejectedFrameColumns.TABLE,
          FeedEventColumns.TABLE);

  private ResultTables() {}

  /** Registers those tables that the script mentions: the others would cost work for nobody. */
  public static void register(
      StreamTableEnvironment tables, JobStreams streams, Predicate<String> mentioned) {
    Registration registration = new Registration(tables, mentioned);
    registration.add(TickColumns.TABLE, streams.ticks());
    registration.add(BarColumns.TABLE, streams.bars(), Bar::row);
    registration.add(AlertColumns.TABLE, streams.alerts());
    registration.add(GapColumns.TABLE, streams.gaps());
    registration.add(LateTickColumns.TABLE, streams.lateTicks());
    registration.add(RejectedFrameColumns.TABLE, streams.rejectedFrames());
    registration.add(FeedEventColumns.TABLE, streams.feedEvents());
  }

  private record Registration(StreamTableEnvironment tables, Predicate<String> mentioned) {
    <T> void add(ResultTable<T> table, DataStream<T> stream) {
      add(table, stream, table::row);
    }

    <T> void add(ResultTable<?> table, DataStream<T> stream, MapFunction<T, Row> row) {
      if (mentioned.test(table.name())) {
        DataStream<Row> rows =
            stream
                .map(row)
                .returns(table.rowType())
                .setParallelism(stream.getParallelism())
                .name(table.name() + " to rows")
                .uid(table.name() + "-rows");
        tables.createTemporaryView(table.name(), rows, table.schema());
      }
    }
  }
}
