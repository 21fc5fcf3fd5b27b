package io.github.kisfutures.cli;

import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.options.ConfigurationException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Tables and settings of a run of scripts. Flink's environment is made with the first statement
 * that needs it: whether it streams or works in batches cannot be changed afterwards.
 */
final class SqlSession {
  private static final Duration WRITE_THROUGH = Duration.ofSeconds(2);

  private final Configuration configuration;
  private @Nullable StreamTableEnvironment tables;

  SqlSession(Configuration configuration) {
    this.configuration = new Configuration(configuration);
  }

  /**
   * Sets an option from now on.
   *
   * @throws ConfigurationException if it comes too late
   */
  void set(String key, String value) {
    if (tables == null) {
      configuration.setString(key, value);
      return;
    }
    if (key.equals(ExecutionOptions.RUNTIME_MODE.key())
        && !value.equalsIgnoreCase(configuration.get(ExecutionOptions.RUNTIME_MODE).name())) {
      throw new ConfigurationException(
          key + " is set too late: set it before the first table is made or read");
    }
    tables.getConfig().set(key, value);
  }

  /** Takes an option back. */
  void reset(String key) {
    configuration.removeKey(key);
    if (tables != null) {
      tables.getConfig().getConfiguration().removeKey(key);
    }
  }

  /** Flink's environment. */
  StreamTableEnvironment tables() throws IOException {
    if (tables == null) {
      tables = open();
    }
    return Objects.requireNonNull(tables);
  }

  private StreamTableEnvironment open() throws IOException {
    boolean batch = configuration.get(ExecutionOptions.RUNTIME_MODE) == RuntimeExecutionMode.BATCH;
    if (!batch && !configuration.contains(CheckpointingOptions.CHECKPOINTING_INTERVAL)) {
      configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, WRITE_THROUGH);
    }
    EmbeddedCluster cluster =
        EmbeddedCluster.of(batch ? RunMode.REPLAY : RunMode.LIVE, configuration);
    EnvironmentSettings.Builder settings =
        EnvironmentSettings.newInstance().withConfiguration(configuration);
    return StreamTableEnvironment.create(
        cluster.environment(),
        (batch ? settings.inBatchMode() : settings.inStreamingMode()).build());
  }
}
