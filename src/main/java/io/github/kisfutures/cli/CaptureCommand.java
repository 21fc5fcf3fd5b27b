package io.github.kisfutures.cli;

import io.github.kisfutures.cli.screen.Summary;
import io.github.kisfutures.job.FeedCount;
import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.capture.CaptureJob;
import io.github.kisfutures.job.capture.CaptureTarget;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.source.enumerator.SessionPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Records raw frames. */
@Command(
    name = "capture",
    description =
        "Records the feed's raw frames, in files for 'replay' or in a Kafka topic. Ctrl-C ends it.",
    mixinStandardHelpOptions = true)
final class CaptureCommand implements Callable<Integer> {
  private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(10);
  private static final Duration WRITE_THROUGH = Duration.ofSeconds(1);

  @Mixin private ConfigurationArguments configuration = new ConfigurationArguments();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR|kafka://HOST:PORT/TOPIC",
      description = {
        "Directory for the files; a new one is begun every hour.",
        "Or a Kafka topic, as kafka://localhost:9092/kis.frames, several brokers as"
            + " HOST:PORT,HOST:PORT; the key of a record is its contract."
      })
  private String to = "";

  @Option(names = "--gzip", description = "Pack the files.")
  private boolean gzip;

  @Override
  public Integer call() throws Exception {
    JobSettings settings = configuration.settings();
    SessionPlan plan = settings.sessions(System.getenv());
    Configuration flink = new Configuration(settings.configuration());
    if (!flink.contains(CheckpointingOptions.CHECKPOINTING_INTERVAL)) {
      flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, WRITE_THROUGH);
    }
    CaptureTarget target = CaptureTarget.of(to, gzip);
    if (target instanceof CaptureTarget.Files files && EmbeddedCluster.isEmbedded()) {
      DirectoryCheck.requireWritable("--to", files.directory());
    }
    StateCheck.check(flink);
    EmbeddedCluster cluster = EmbeddedCluster.of(RunMode.LIVE, flink);
    StreamExecutionEnvironment env = cluster.environment();
    CaptureJob.define(env, settings, plan, target);
    if (!EmbeddedCluster.isEmbedded()) {
      env.execute();
      return 0;
    }
    if (target instanceof CaptureTarget.Topic topic) {
      requireTopic(topic);
    }
    Reachability.check(settings.feed());
    AppKeyCheck.check(settings, plan.sessions().size());
    Stopwatch time = Stopwatch.start(InstantSource.system());
    try (RunningJob job = RunningJob.start(env, JobStop.CANCEL, totals -> tell(totals, time))) {
      System.err.println(
          "Capturing to " + to + "; Flink UI: " + cluster.webUi() + " (Ctrl-C ends it)");
      while (!job.await(PROGRESS_INTERVAL)) {
        tell(job.totals(), time);
      }
    }
    return 0;
  }

  /**
   * A topic that is made has one partition: readers' event time goes on with the slowest partition,
   * and one whose contracts do not trade would hold up all of them.
   */
  static void requireTopic(CaptureTarget.Topic target) throws InterruptedException {
    String fix = "check the address, and that the broker runs";
    KafkaCheck.requireBroker("--to", target.servers(), fix);
    KafkaCheck.makeTopics(
        "--to",
        Map.of("properties.bootstrap.servers", target.servers(), "topic", target.topic()),
        Optional.of(1));
  }

  private static void tell(Map<String, Object> totals, Stopwatch time) {
    System.err.printf(
        Locale.ROOT,
        "%,d frames in %d seconds%n",
        new Summary(totals, time.elapsed()).total(FeedCount.FRAMES),
        time.elapsed().toSeconds());
  }
}
