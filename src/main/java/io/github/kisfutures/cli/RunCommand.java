package io.github.kisfutures.cli;

import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.StockFuturesJob;
import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.source.enumerator.SessionPlan;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The live job. */
@Command(
    name = "run",
    description =
        "Runs the job on the live feed, in an embedded cluster or by 'flink run'. Ctrl-C ends it.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Mixin private ConfigurationArguments configuration = new ConfigurationArguments();

  @Option(
      names = "--resume",
      description =
          "Go on from the newest completed checkpoint in execution.checkpointing.dir, or begin"
              + " afresh where there is none.")
  private boolean resume;

  @Override
  public Integer call() throws Exception {
    JobSettings settings = configuration.settings();
    if (resume && !EmbeddedCluster.isEmbedded()) {
      throw new ConfigurationException(
          "--resume is for the embedded cluster; on yours write flink run -s CHECKPOINT");
    }
    SessionPlan plan = settings.sessions(System.getenv());
    Configuration flink = new Configuration(settings.configuration());
    Resume.keepCheckpoints(flink);
    String resumed = resume ? Resume.configure(flink) : "";
    StateCheck.check(flink);
    EmbeddedCluster cluster = EmbeddedCluster.of(RunMode.LIVE, flink);
    StreamExecutionEnvironment env = cluster.environment();
    try (CommandResults results = CommandResults.of(settings)) {
      results.attach(env, StockFuturesJob.liveFeed(env, settings, plan), Set.of(), RunMode.LIVE);
      if (!EmbeddedCluster.isEmbedded()) {
        env.execute();
        return 0;
      }
      Reachability.check(settings.feed());
      AppKeyCheck.check(settings, plan.sessions().size());
      if (resume) {
        System.err.println(resumed);
      }
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
