package io.github.kisfutures.job.options;

import io.github.kisfutures.source.options.FeedOptions;
import io.github.kisfutures.source.options.OptionReader;
import io.github.kisfutures.source.options.WatermarkOptions;
import io.github.kisfutures.text.NearestWord;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Every option that a configuration may name: ours, and Flink's own. */
public final class KnownOptions {
  private static final List<Class<?>> OURS =
      List.of(
          FeedOptions.class, WatermarkOptions.class, AnalyticsOptions.class, ResultsOptions.class);

  private static final String FLINK = "org.apache.flink.configuration.";
  private static final List<String> FLINK_CLASSES =
      List.of(
          FLINK + "BatchExecutionOptions",
          FLINK + "BlobServerOptions",
          FLINK + "CheckpointingOptions",
          FLINK + "ClusterOptions",
          FLINK + "CoreOptions",
          FLINK + "DeploymentOptions",
          FLINK + "ExecutionOptions",
          FLINK + "ExternalizedCheckpointRetention",
          FLINK + "FileSystemOptions",
          FLINK + "HeartbeatManagerOptions",
          FLINK + "HighAvailabilityOptions",
          FLINK + "HistoryServerOptions",
          FLINK + "JobManagerOptions",
          FLINK + "MetricOptions",
          FLINK + "NettyShuffleEnvironmentOptions",
          FLINK + "PipelineOptions",
          FLINK + "QueryableStateOptions",
          FLINK + "ResourceManagerOptions",
          FLINK + "RestOptions",
          FLINK + "RestartStrategyOptions",
          FLINK + "RpcOptions",
          FLINK + "SecurityOptions",
          FLINK + "SlowTaskDetectorOptions",
          FLINK + "StateBackendOptions",
          FLINK + "StateChangelogOptions",
          FLINK + "StateLatencyTrackOptions",
          FLINK + "StateRecoveryOptions",
          FLINK + "TaskManagerOptions",
          FLINK + "TraceOptions",
          FLINK + "WebOptions",
          "org.apache.flink.state.rocksdb.RocksDBOptions",
          "org.apache.flink.state.rocksdb.RocksDBConfigurableOptions",
          "org.apache.flink.table.api.config.ExecutionConfigOptions",
          "org.apache.flink.table.api.config.OptimizerConfigOptions",
          "org.apache.flink.table.api.config.TableConfigOptions");

  /** Keys that Flink builds from names of the user's: known by their beginning. */
  private static final List<String> FLINK_PREFIXES =
      List.of(
          "metrics.reporter.",
          "traces.reporter.",
          "restart-strategy.",
          "env.java.opts",
          "fs.",
          "s3.",
          "gs.",
          "state.backend.rocksdb.",
          "containerized.",
          "kubernetes.",
          "yarn.");

  private final Map<String, ConfigOption<?>> byKey = new TreeMap<>();

  /** Collects all options. */
  public KnownOptions() {
    OURS.forEach(this::collect);
    for (String name : FLINK_CLASSES) {
      try {
        collect(Class.forName(name));
      } catch (ClassNotFoundException e) {
        // this Flink has no such options; an unknown key is reported by name
      }
    }
  }

  private void collect(Class<?> holder) {
    for (Field field : holder.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
        try {
          ConfigOption<?> option = (ConfigOption<?>) field.get(null);
          byKey.put(option.key(), option);
          option.fallbackKeys().forEach(fallback -> byKey.put(fallback.getKey(), option));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException("public field " + field + " cannot be read", e);
        }
      }
    }
  }

  /** Our own options, in the order of their declaration. */
  public static List<ConfigOption<?>> ours() {
    List<ConfigOption<?>> options = new ArrayList<>();
    for (Class<?> holder : OURS) {
      for (Field field : holder.getFields()) {
        try {
          options.add((ConfigOption<?>) field.get(null));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException("public field " + field + " cannot be read", e);
        }
      }
    }
    return options;
  }

  /**
   * Checks the values of known options, Flink's too: Flink itself would complain only when it uses
   * them, and not name the option.
   *
   * @throws ConfigurationException that names the option, if its value cannot be read
   */
  public void requireReadable(Configuration configuration) {
    OptionReader options = new OptionReader(configuration);
    for (String key : configuration.keySet()) {
      ConfigOption<?> option = byKey.get(key);
      if (option != null) {
        try {
          options.set(option);
        } catch (IllegalArgumentException e) {
          throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
      }
    }
  }

  /**
   * Checks a key.
   *
   * @throws ConfigurationException that names the nearest known key, if it is unknown
   */
  public void requireKnown(String key, String where) {
    if (byKey.containsKey(key) || FLINK_PREFIXES.stream().anyMatch(key::startsWith)) {
      return;
    }
    throw new ConfigurationException(
        where + ": unknown option '" + key + "'; " + NearestWord.didYouMean(key, byKey.keySet()));
  }
}
