package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.job.RunMode;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

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
}
