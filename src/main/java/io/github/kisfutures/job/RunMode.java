package io.github.kisfutures.job;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;

/**
 * Live and replay want different settings of Flink ({@code docs/architecture.md}, "Decisions");
 * what the user has set stays.
 */
public enum RunMode {
  /** Rows at once: short buffers, frequent watermarks, checkpoints. */
  LIVE {
    @Override
    void applyDefaults(Configuration configuration) {
      setIfAbsent(configuration, ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(1));
      setIfAbsent(configuration, PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(20));
      setIfAbsent(
          configuration, CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
    }
  },
  /** As many trades a second as possible: Flink's full buffers. */
  REPLAY {
    @Override
    void applyDefaults(Configuration configuration) {
      setIfAbsent(configuration, ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(100));
      setIfAbsent(configuration, PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(200));
    }
  };

  /** The configuration with this mode's settings where the user has said nothing. */
  public Configuration configure(Configuration user) {
    Configuration result = new Configuration(user);
    applyDefaults(result);
    setIfAbsent(result, PipelineOptions.OBJECT_REUSE, true); // all our records are immutable
    // no record of ours is generic; some connectors need such types, and then the user allows them
    setIfAbsent(result, PipelineOptions.GENERIC_TYPES, false);
    setIfAbsent(result, PipelineOptions.NAME, "flink-kis-futures");
    return result;
  }

  abstract void applyDefaults(Configuration configuration);

  private static <T> void setIfAbsent(Configuration c, ConfigOption<T> option, T value) {
    if (!c.contains(option)) {
      c.set(option, value);
    }
  }
}
