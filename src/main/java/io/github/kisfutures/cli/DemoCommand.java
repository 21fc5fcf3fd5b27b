package io.github.kisfutures.cli;

import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.StockFuturesJob;
import io.github.kisfutures.job.options.AnalyticsOptions;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.simulator.DefaultContracts;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.source.enumerator.SessionPlan;
import io.github.kisfutures.source.options.FeedOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything in one process: simulator, embedded cluster, job, results on screen. */
@Command(
    name = "demo",
    description = "Shows live bars of a simulated market; no account, no Docker. Ctrl-C ends it.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final double TRADES_PER_SECOND = 50;

  @Mixin private ConfigurationArguments configuration = new ConfigurationArguments();

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = DurationArgument.class,
      description = "End by itself after so long, as 30s or 2min.")
  private Duration time = Stopwatch.FOREVER;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Seed of the simulated market (default: 1).")
  private long seed;

  @Override
  public Integer call() throws Exception {
    MarketSettings market = MarketSettings.ofDefaultContracts(TRADES_PER_SECOND, seed);
    SimulatorSettings server = SimulatorSettings.defaults().withRetention(false);
    try (KisSimulator simulator = KisSimulator.withMarket(server, market).start();
        DemoCredentials credentials = DemoCredentials.create()) {
      JobSettings settings = configuration.settings(defaults(simulator, credentials));
      return show(settings, settings.sessions(Map.of()));
    }
  }

  private static Map<String, String> defaults(KisSimulator simulator, DemoCredentials keys) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(FeedOptions.WEBSOCKET_URL.key(), simulator.webSocketUri().toString());
    options.put(FeedOptions.REST_URL.key(), simulator.restUri().toString());
    options.put(FeedOptions.CREDENTIALS.key(), "file:" + keys.file());
    options.put(FeedOptions.CONTRACTS.key(), String.join(";", DefaultContracts.CODES));
    options.put(AnalyticsOptions.WINDOWS.key(), "5 s");
    options.put(CoreOptions.DEFAULT_PARALLELISM.key(), "1");
    return options;
  }

  private Integer show(JobSettings settings, SessionPlan plan) throws Exception {
    EmbeddedCluster cluster = EmbeddedCluster.of(RunMode.LIVE, settings.configuration());
    StreamExecutionEnvironment env = cluster.environment();
    try (CommandResults results = CommandResults.of(settings)) {
      results.attach(env, StockFuturesJob.liveFeed(env, settings, plan), Set.of(), RunMode.LIVE);
      System.out.println("A simulated KIS feed into Flink, 5-second bars. Ctrl-C ends it.");
      System.out.println("Flink UI: " + cluster.webUi());
      LiveProgress progress = new LiveProgress(settings, results.status(), System.out);
      try (RunningJob job = RunningJob.start(env, JobStop.CANCEL, progress::end)) {
        if (!progress.follow(job, time)) {
          job.stop();
        }
      }
    }
    return 0;
  }
}
