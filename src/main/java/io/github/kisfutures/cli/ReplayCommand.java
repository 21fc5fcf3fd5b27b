package io.github.kisfutures.cli;

import io.github.kisfutures.capture.CapturePath;
import io.github.kisfutures.cli.screen.StatusDisplay;
import io.github.kisfutures.cli.screen.Summary;
import io.github.kisfutures.job.Accounting;
import io.github.kisfutures.job.FeedCount;
import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.StockFuturesJob;
import io.github.kisfutures.job.options.JobSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The same job over captured frames. */
@Command(
    name = "replay",
    description =
        "Runs the same job over captured frames, as fast as possible, and tells what was in them.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(1);

  @Mixin private ConfigurationArguments configuration = new ConfigurationArguments();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "PATH",
      description = "A captured file (plain or .gz), or a directory of them.")
  private Path from = Path.of("");

  @Override
  public Integer call() throws Exception {
    JobSettings settings = configuration.settings();
    StateCheck.check(settings.configuration());
    CapturePath captures = CaptureArgument.read("--from", from);
    CaptureSize size = CaptureSize.of(captures.files());
    EmbeddedCluster cluster = EmbeddedCluster.of(RunMode.REPLAY, settings.configuration());
    StreamExecutionEnvironment env = cluster.environment();
    try (CommandResults results = CommandResults.of(settings)) {
      results.attach(
          env,
          StockFuturesJob.captured(env, settings, inFlink(captures)),
          new LinkedHashSet<>(settings.contracts()),
          RunMode.REPLAY);
      if (!EmbeddedCluster.isEmbedded()) {
        env.execute();
        return 0;
      }
      StatusDisplay display = results.status();
      Stopwatch time = Stopwatch.start(InstantSource.system());
      try (RunningJob job = RunningJob.start(env, JobStop.CANCEL, totals -> {})) {
        System.err.println("Flink UI: " + cluster.webUi());
        while (!job.await(PROGRESS_INTERVAL)) {
          Summary soFar = new Summary(job.totals(), time.elapsed());
          if (soFar.total(FeedCount.FRAMES) > 0) {
            display.show(progress(soFar, size));
          }
        }
        display.end();
        JobExecutionResult result = job.await();
        Map<String, Object> totals = result == null ? Map.of() : result.getAllAccumulatorResults();
        CaptureArgument.leftOut(captures).ifPresent(System.out::println);
        System.out.println(new Summary(totals, time.elapsed()).text());
        return tellSum(Accounting.of(totals));
      }
    }
  }

  private static int tellSum(Accounting sum) {
    System.out.println(sum.text());
    if (sum.holds()) {
      return 0;
    }
    System.err.println(
        "This sum does not hold: some records were lost or counted twice within the job. That is a"
            + " bug; please report it with the capture.");
    return 1;
  }

  private static org.apache.flink.core.fs.Path[] inFlink(CapturePath captures) {
    return captures.files().stream()
        .map(file -> new org.apache.flink.core.fs.Path(file.toAbsolutePath().toUri()))
        .toArray(org.apache.flink.core.fs.Path[]::new);
  }

  private static String progress(Summary soFar, CaptureSize size) {
    return String.format(
        Locale.ROOT,
        "%,d frames, %,d trades, %,d trades per second, %d %% done",
        soFar.total(FeedCount.FRAMES),
        soFar.total(FeedCount.RECORDS),
        soFar.rate(),
        size.percent(soFar.total(FeedCount.CHARACTERS)));
  }
}
