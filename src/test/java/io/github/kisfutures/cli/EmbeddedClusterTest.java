package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.options.ConfigurationException;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedClusterTest {
  @Test
  void commandsThatStartTogetherDoNotWantTheSamePort() throws IOException {
    Configuration user = new Configuration();

    assertThat(EmbeddedCluster.of(RunMode.LIVE, user).webUi())
        .startsWith("http://127.0.0.1:")
        .isNotEqualTo(EmbeddedCluster.of(RunMode.LIVE, user).webUi());
  }

  @Test
  void aPortThatIsConfiguredIsTaken() throws IOException {
    Configuration user = Configuration.fromMap(Map.of("rest.port", "8099"));

    assertThat(EmbeddedCluster.of(RunMode.REPLAY, user).webUi()).isEqualTo("http://127.0.0.1:8099");
  }

  @ParameterizedTest
  @CsvSource({
    "web.submit.enable, true",
    "web.cancel.enable, true",
    "jobmanager.bind-host, 0.0.0.0",
    "taskmanager.bind-host, 192.0.2.1",
    "queryable-state.enable, true",
    "rest.profiling.enabled, true"
  })
  void aDoorThatOnlyStrangersWouldUseIsNotOpened(String key, String value) {
    Configuration user = Configuration.fromMap(Map.of(key, value));

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> EmbeddedCluster.of(RunMode.LIVE, user))
        .withMessageStartingWith(key + " cannot be '" + value + "' here")
        .withMessageEndingWith("'flink run'");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> new SqlSession(new Configuration()).set(key, value));
  }

  @Test
  void whatListensBeyondThisMachineIsToldOf() {
    Configuration configuration =
        Configuration.fromMap(
            Map.of(
                "rest.port", "8099",
                "rest.bind-address", "0.0.0.0",
                "metrics.reporter.prom.factory.class",
                    "org.apache.flink.metrics.prometheus.PrometheusReporterFactory"));
    ClosedDoors.shut(configuration);
    Configuration quiet = Configuration.fromMap(Map.of("rest.port", "8099"));
    ClosedDoors.shut(quiet);

    assertThat(ClosedDoors.opened(configuration))
        .hasSize(2)
        .anyMatch(line -> line.contains("0.0.0.0") && line.contains("web UI"))
        .anyMatch(line -> line.contains("Prometheus"));
    assertThat(ClosedDoors.opened(quiet)).isEmpty();
  }
}
