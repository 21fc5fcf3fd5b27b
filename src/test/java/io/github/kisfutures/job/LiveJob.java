package io.github.kisfutures.job;

import io.github.kisfutures.job.options.ConfigurationFile;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.SimulatedAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job on a simulator, in this JVM, for tests. */
public final class LiveJob implements AutoCloseable {
  private final JobClient client;
  private boolean ended;

  private LiveJob(JobClient client) {
    this.client = client;
  }

  /** Options of a job on the simulator: quick reconnection, rows twice a second. */
  public static Map<String, String> options(
      KisSimulator simulator, Path directory, List<String> contracts, SimulatedAccount... accounts)
      throws IOException {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("feed.websocket-url", simulator.webSocketUri().toString());
    options.put("feed.rest-url", simulator.restUri().toString());
    options.put("feed.credentials", "file:" + credentials(directory, accounts));
    options.put("feed.contracts", String.join(";", contracts));
    options.put("feed.subscribe-interval", "10 ms");
    options.put("feed.reconnect.initial-delay", "1 s");
    options.put("execution.checkpointing.interval", "500 ms");
    options.put("heartbeat.interval", "200 ms");
    options.put("parallelism.default", "2");
    options.put("results.script", "sql/results/files.sql");
    options.put("results.path", directory.resolve("results").toString());
    return options;
  }

  private static Path credentials(Path directory, SimulatedAccount... accounts) throws IOException {
    StringBuilder text = new StringBuilder();
    for (SimulatedAccount account : accounts) {
      text.append("- app-key: ").append(account.appKey()).append('\n');
      text.append("  app-secret: ").append(account.appSecret()).append('\n');
    }
    Path file = directory.resolve("credentials.yaml");
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** Settings of options. */
  public static JobSettings settings(Map<String, String> options) {
    return new JobSettings(ConfigurationFile.load(null, options));
  }

  /** Starts a job that {@code define} puts together. */
  public static LiveJob start(
      JobSettings settings,
      java.util.function.BiConsumer<StreamExecutionEnvironment, JobSettings> define)
      throws Exception {
    Configuration flink = RunMode.LIVE.configure(settings.configuration());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(flink);
    define.accept(env, settings);
    return new LiveJob(env.executeAsync());
  }

  /** Starts the whole live job, results script included. */
  public static LiveJob start(JobSettings settings) throws Exception {
    return start(settings, (env, s) -> StockFuturesJob.live(env, s, s.sessions(Map.of())));
  }

  /** A running total of the job, 0 while it does not say. */
  public long total(String accumulator) {
    try {
      Object total = client.getAccumulators().get(10, TimeUnit.SECONDS).get(accumulator);
      return total instanceof Number number ? number.longValue() : 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
      return 0; // not running yet
    }
  }

  /** Does something with Flink's client. */
  public void with(Consumer<JobClient> use) {
    use.accept(client);
  }

  /**
   * Stops the job with a savepoint below a directory.
   *
   * @return what a job is started from, as {@code execution.state-recovery.path}
   */
  public String stop(Path savepoints) throws Exception {
    String path =
        client
            .stopWithSavepoint(false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL)
            .get(60, TimeUnit.SECONDS);
    ended = true;
    client.getJobExecutionResult().get(20, TimeUnit.SECONDS);
    return path;
  }

  /** Cancels the job and waits for its end. */
  @Override
  public void close() throws Exception {
    if (ended) {
      return;
    }
    client.cancel().get(20, TimeUnit.SECONDS);
    client.getJobExecutionResult().handle((result, thrown) -> true).get(20, TimeUnit.SECONDS);
  }
}
