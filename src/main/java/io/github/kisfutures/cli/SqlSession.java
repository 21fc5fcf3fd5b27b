package io.github.kisfutures.cli;

import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.job.results.UnknownColumn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.TableConfigOptions;
import org.jspecify.annotations.Nullable;

/**
 * Tables and settings of a run of scripts. Flink's environment is made with the first statement
 * that needs it: whether it streams or works in batches cannot be changed afterwards.
 */
final class SqlSession {
  private static final Duration WRITE_THROUGH = Duration.ofSeconds(2);
  private static final String NO_RESTART = "none";
  private static final int ANY_PORT = 0;

  /** What holds unless a script says otherwise. */
  private final Configuration initial;

  private final Configuration configuration;
  private @Nullable StreamTableEnvironment tables;

  SqlSession(Configuration configuration) {
    this.initial = new Configuration(configuration);
    this.configuration = new Configuration(configuration);
  }

  /**
   * Sets an option from now on.
   *
   * @throws ConfigurationException if it comes too late
   */
  void set(String key, String value) {
    if (EmbeddedCluster.isEmbedded()) {
      ClosedDoors.requireShut(key, value);
    }
    if (tables != null) {
      if (key.equals(ExecutionOptions.RUNTIME_MODE.key())
          && !value.equalsIgnoreCase(configuration.get(ExecutionOptions.RUNTIME_MODE).name())) {
        throw new ConfigurationException(
            key + " is set too late: set it before the first table is made or read");
      }
      tables.getConfig().set(key, value);
    }
    configuration.setString(key, value);
  }

  /** Takes back what scripts have set an option to. */
  void reset(String key) {
    String before = initial.toMap().get(key);
    if (before != null) {
      set(key, before);
      return;
    }
    configuration.removeKey(key);
    if (tables != null) {
      tables.getConfig().getConfiguration().removeKey(key);
    }
  }

  /** Takes back all that scripts have set. */
  void resetAll() {
    List.copyOf(configuration.keySet()).forEach(this::reset);
    List.copyOf(initial.keySet()).forEach(this::reset);
  }

  /** What is set now, by key; secrets are hidden. */
  Map<String, String> settings() {
    return new TreeMap<>(ConfigurationUtils.hideSensitiveValues(configuration.toMap()));
  }

  /** Flink's environment. */
  StreamTableEnvironment tables() throws IOException {
    if (tables == null) {
      tables = open();
    }
    return Objects.requireNonNull(tables);
  }

  /** Whether queries run as streams, not in batches. */
  boolean isStreaming() throws IOException {
    return tables().getConfig().get(ExecutionOptions.RUNTIME_MODE)
        == RuntimeExecutionMode.STREAMING;
  }

  /** Most characters of a column that is printed. */
  int columnWidth() throws IOException {
    return tables().getConfig().get(TableConfigOptions.DISPLAY_MAX_COLUMN_WIDTH);
  }

  /** What Flink says of a statement, with what helps to put it right. */
  String explained(String message, String statement) {
    return tables == null ? message : UnknownColumn.explained(message, statement, tables);
  }

  private StreamTableEnvironment open() throws IOException {
    boolean batch = configuration.get(ExecutionOptions.RUNTIME_MODE) == RuntimeExecutionMode.BATCH;
    setDefaults(initial, batch);
    setDefaults(configuration, batch);
    EmbeddedCluster cluster =
        EmbeddedCluster.of(batch ? RunMode.REPLAY : RunMode.LIVE, configuration);
    EnvironmentSettings.Builder settings =
        EnvironmentSettings.newInstance().withConfiguration(configuration);
    return StreamTableEnvironment.create(
        cluster.environment(),
        (batch ? settings.inBatchMode() : settings.inStreamingMode()).build());
  }

  private static void setDefaults(Configuration configuration, boolean batch) {
    // cannot be changed any more, so RESET leaves it as it is
    configuration.set(
        ExecutionOptions.RUNTIME_MODE,
        batch ? RuntimeExecutionMode.BATCH : RuntimeExecutionMode.STREAMING);
    if (!EmbeddedCluster.isEmbedded()) {
      return; // the cluster has defaults of its own
    }
    if (!batch) {
      setIfAbsent(configuration, CheckpointingOptions.CHECKPOINTING_INTERVAL, WRITE_THROUGH);
    }
    // somebody waits for the result: with checkpoints Flink would try for ever and say nothing
    setIfAbsent(configuration, RestartStrategyOptions.RESTART_STRATEGY, NO_RESTART);
    // every statement has a cluster of its own: a fixed port might not be free again in time
    setIfAbsent(configuration, RestOptions.PORT, ANY_PORT);
  }

  private static <T> void setIfAbsent(
      Configuration configuration, ConfigOption<T> option, T value) {
    if (!configuration.contains(option)) {
      configuration.set(option, value);
    }
  }
}
