package io.github.kisfutures.cli;

import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.StockFuturesJob;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.source.enumerator.SessionPlan;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The live job. */
@Command(
    name = "run",
    description =
        "Runs the job on the live feed, in an embedded cluster or by 'flink run'. Ctrl-C ends it.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Mixin private ConfigurationArguments configuration = new ConfigurationArguments();

  @Override
  public Integer call() throws Exception {
    JobSettings settings = configuration.settings();
    SessionPlan plan = settings.sessions(System.getenv());
    EmbeddedCluster cluster = EmbeddedCluster.of(RunMode.LIVE, settings.configuration());
    StreamExecutionEnvironment env = cluster.environment();
    try (CommandResults results = CommandResults.of(settings)) {
      results.attach(env, StockFuturesJob.liveFeed(env, settings, plan), Set.of(), RunMode.LIVE);
      if (!EmbeddedCluster.isEmbedded()) {
        env.execute();
        return 0;
      }
      Reachability.check(settings.feed());
      AppKeyCheck.check(settings, plan.sessions().size());
      LiveProgress progress = new LiveProgress(settings, results.status(), System.err);
      JobStop stop = LastSavepoint.of(settings.configuration());
      try (RunningJob job = RunningJob.start(env, stop, progress::end)) {
        System.err.println("Flink UI: " + cluster.webUi() + " (Ctrl-C ends the job)");
        progress.follow(job, Stopwatch.FOREVER);
      }
    }
    return 0;
  }
}
