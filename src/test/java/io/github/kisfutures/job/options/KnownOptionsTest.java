package io.github.kisfutures.job.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownOptionsTest {

  /** {@code docs/reference/options.md}; null where there is no default. */
  private static Map<String, @Nullable Object> blueprint() {
    Map<String, @Nullable Object> options = new HashMap<>();
    options.put("feed.websocket-url", "ws://ops.koreainvestment.com:21000");
    options.put("feed.rest-url", "https://openapi.koreainvestment.com:9443");
    options.put("feed.contracts", null);
    options.put("feed.credentials", "env");
    options.put("feed.customer-type", "P");
    options.put("feed.max-registrations", 41);
    options.put("feed.redundancy", 1);
    options.put("feed.subscribe-interval", Duration.ofMillis(150));
    options.put("feed.ack-timeout", Duration.ofSeconds(10));
    options.put("feed.max-clock-skew", Duration.ofSeconds(60));
    options.put("feed.idle-timeout", Duration.ofSeconds(90));
    options.put("feed.reconnect.initial-delay", Duration.ofSeconds(5));
    options.put("feed.reconnect.max-delay", Duration.ofMinutes(5));
    options.put("feed.reconnect.jitter", 0.2);
    options.put("feed.reconnect.in-use-delay", Duration.ofSeconds(20));
    options.put("feed.queue-capacity", 65536);
    options.put("analytics.windows", List.of(Duration.ofMinutes(1)));
    options.put("analytics.max-out-of-orderness", Duration.ofSeconds(2));
    options.put("analytics.max-feed-delay", Duration.ofSeconds(5));
    options.put("analytics.gap-settle-time", Duration.ofSeconds(3));
    options.put("contracts.multiplier", "10");
    options.put("contracts.master-file", null);
    options.put("alerts.rules", null);
    options.put("results.script", null);
    options.put("results.path", null);
    return options;
  }

  @Test
  void optionsAndDefaultsAreThoseOfTheBlueprint() {
    Map<String, @Nullable Object> options = new HashMap<>();
    KnownOptions.ours().forEach(option -> options.put(option.key(), option.defaultValue()));

    assertThat(options).containsAllEntriesOf(blueprint());
    options.keySet().removeAll(blueprint().keySet());
    assertThat(options.keySet())
        .as("options beyond the blueprint serve the shipped scripts")
        .allMatch(key -> key.startsWith("results."));
  }

  static List<ConfigOption<?>> ours() {
    return KnownOptions.ours();
  }

  @ParameterizedTest
  @MethodSource("ours")
  void everyOptionIsDescribed(ConfigOption<?> option) {
    assertThat(new HtmlFormatter().format(option.description())).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feed.contracts",
        "execution.checkpointing.interval",
        "execution.checkpointing.dir",
        "state.backend.type",
        "state.backend.incremental",
        "restart-strategy.type",
        "parallelism.default",
        "taskmanager.numberOfTaskSlots",
        "jobmanager.memory.process.size",
        "pipeline.name",
        "rest.port",
        "web.upload.dir",
        "metrics.reporter.prom.port",
        "heartbeat.interval",
        "high-availability.type",
        "table.exec.state.ttl",
        "table.local-time-zone",
        "s3.access-key",
        "env.java.opts.all"
      })
  void oursAndFlinksKeysAreKnown(String key) {
    assertThatCode(() -> new KnownOptions().requireKnown(key, "here")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "feed", "feed.", "Feed.contracts", "kis.app-key", "feed.app-secret"})
  void othersAreNot(String key) {
    assertThatThrownBy(() -> new KnownOptions().requireKnown(key, "here"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("here", "'" + key + "'", "did you mean");
  }

  @Test
  void aValueOfTheWrongFormIsNamedWithAnExample() {
    Configuration configuration = Configuration.fromMap(Map.of("feed.redundancy", "two"));

    assertThatThrownBy(() -> new KnownOptions().requireReadable(configuration))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("feed.redundancy: 'two' cannot be read; write it as for example 1");
  }
}
