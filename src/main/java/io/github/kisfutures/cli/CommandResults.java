package io.github.kisfutures.cli;

import io.github.kisfutures.cli.screen.LiveScreen;
import io.github.kisfutures.cli.screen.ScreenResults;
import io.github.kisfutures.cli.screen.StatusDisplay;
import io.github.kisfutures.cli.screen.Terminal;
import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.StockFuturesJob;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.job.results.SinkTable;
import io.github.kisfutures.source.FeedRecord;
import java.util.List;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Where the results of a command's job are seen: where its results script sends them, or, in an
 * embedded cluster without a script, on the live table of this terminal.
 */
final class CommandResults implements AutoCloseable {
  private final JobSettings settings;
  private final @Nullable LiveScreen screen;
  private final Terminal terminal;
  private boolean printed;

  private CommandResults(JobSettings settings, @Nullable LiveScreen screen, Terminal terminal) {
    this.settings = settings;
    this.screen = screen;
    this.terminal = terminal;
  }

  static CommandResults of(JobSettings settings) {
    Terminal terminal = Terminal.ofThisProcess();
    boolean live = EmbeddedCluster.isEmbedded() && settings.resultsScripts().isEmpty();
    return new CommandResults(
        settings, live ? LiveScreen.open(System.out, terminal) : null, terminal);
  }

  /**
   * Completes the job from its feed to its results.
   *
   * @param contracts contracts whose trades are taken; all, if empty
   */
  void attach(
      StreamExecutionEnvironment env,
      DataStream<FeedRecord> feed,
      Set<String> contracts,
      RunMode mode)
      throws InterruptedException {
    if (screen != null) {
      ScreenResults.attach(StockFuturesJob.define(feed, contracts, settings, mode), screen);
      return;
    }
    List<SinkTable> tables = StockFuturesJob.attach(env, feed, contracts, settings, mode);
    ResultsCheck.check(tables);
    printed = tables.stream().anyMatch(table -> "print".equals(table.options().get("connector")));
  }

  /** Where the status line goes: not into the midst of printed rows. */
  StatusDisplay status() {
    return new StatusDisplay(System.err, printed ? Terminal.NONE : terminal, screen);
  }

  @Override
  public void close() {
    if (screen != null) {
      screen.close();
    }
  }
}
