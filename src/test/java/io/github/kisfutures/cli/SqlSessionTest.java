package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class SqlSessionTest {
  /** Each statement has a cluster of its own, and a port is not free at once. */
  @Test
  void everyClusterTakesAnyPort() throws Exception {
    assertThat(opened(Map.of())).containsEntry("rest.port", "0");
    assertThat(opened(Map.of("rest.port", "8099"))).containsEntry("rest.port", "8099");
  }

  @Test
  void nothingIsRestartedUnlessTheUserSaysSo() throws Exception {
    assertThat(opened(Map.of())).containsEntry("restart-strategy.type", "none");
    assertThat(opened(Map.of("restart-strategy.type", "fixed-delay")))
        .containsEntry("restart-strategy.type", "fixed-delay");
  }

  @Test
  void resetGoesBackToTheCommandLine() throws Exception {
    SqlSession session = new SqlSession(Configuration.fromMap(Map.of("my.key", "one")));
    session.set("my.key", "two");
    session.set("my.other", "three");
    session.set("restart-strategy.type", "fixed-delay");
    session.tables();

    session.resetAll();

    assertThat(session.settings())
        .containsEntry("my.key", "one")
        .containsEntry("restart-strategy.type", "none")
        .doesNotContainKey("my.other");
    assertThat(session.tables().getConfig().getConfiguration().toMap())
        .containsEntry("my.key", "one")
        .doesNotContainKey("my.other");
  }

  private static Map<String, String> opened(Map<String, String> options) throws Exception {
    SqlSession session = new SqlSession(Configuration.fromMap(options));
    session.tables();
    return session.settings();
  }
}
