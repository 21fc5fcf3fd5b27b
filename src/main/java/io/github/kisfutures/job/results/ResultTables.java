package io.github.kisfutures.job.results;

import io.github.kisfutures.analytics.alerts.AlertColumns;
import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.bars.BarColumns;
import io.github.kisfutures.analytics.bars.LateTickColumns;
import io.github.kisfutures.analytics.continuity.GapColumns;
import io.github.kisfutures.columns.ResultTable;
import io.github.kisfutures.columns.TickColumns;
import io.github.kisfutures.job.JobStreams;
import io.github.kisfutures.market.ContractNames;
import io.github.kisfutures.source.FeedEventColumns;
import io.github.kisfutures.source.RejectedFrameColumns;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

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

  /**
   * Registers those tables that the script mentions: the others would cost work for nobody.
   *
   * @param names what contracts are called
   */
  public static void register(
      StreamTableEnvironment tables,
      JobStreams streams,
      ContractNames names,
      Predicate<String> mentioned) {
    ColumnsOf.register(tables);
    ResultViews views = new ResultViews(tables, mentioned);
    views.add(TickColumns.TABLE, streams.ticks());
    views.add(BarColumns.TABLE, streams.bars(), Bar::row);
    views.add(AlertColumns.table(names), streams.alerts());
    views.add(GapColumns.table(names), streams.gaps());
    views.add(LateTickColumns.TABLE, streams.lateTicks());
    views.add(RejectedFrameColumns.TABLE, streams.rejectedFrames());
    views.add(FeedEventColumns.TABLE, streams.feedEvents());
  }
}
