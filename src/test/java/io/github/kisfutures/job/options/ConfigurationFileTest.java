package io.github.kisfutures.job.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.source.options.FeedOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {
  @TempDir Path directory;

  @Test
  void nestedAndDottedKeysAreTheSame() throws IOException {
    Configuration nested =
        load(
            """
            feed:
              contracts: [111V06, A50607]
              reconnect:
                initial-delay: 7 s
            analytics.windows: 10 s
            """);
    Configuration dotted =
        load(
            """
            feed.contracts: 111V06; A50607
            feed.reconnect:
              initial-delay: 7 s
            analytics:
              windows: [10 s]
            """);

    assertThat(nested.toMap()).isEqualTo(dotted.toMap()).hasSize(3);
    assertThat(nested.get(FeedOptions.RECONNECT_INITIAL_DELAY)).isEqualTo(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[111V06, A50607, 111E06]",
        "111V06; A50607; 111E06",
        "111V06,A50607 ,  111E06",
        "\" 111V06;A50607,111E06 \"",
        "\n  - 111V06\n  - A50607\n  - '111E06'",
      })
  void listsMayBeWrittenInSeveralWays(String list) throws IOException {
    assertThat(load("feed.contracts: " + list + "\n").get(FeedOptions.CONTRACTS))
        .containsExactly("111V06", "A50607", "111E06");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[10 s, 1 min, 5 min]", "10 s, 1 min, 5 min", "10s;60 s;5 min"})
  void windowsAreAList(String list) throws IOException {
    assertThat(load("analytics.windows: " + list + "\n").get(AnalyticsOptions.WINDOWS))
        .containsExactly(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));
  }

  @Test
  void overridesWin() throws IOException {
    Path file = file("feed:\n  redundancy: 2\n  customer-type: B\n");

    Configuration configuration =
        ConfigurationFile.load(
            file, Map.of("feed.redundancy", "3", "feed.contracts", "111V06,A50607"));

    assertThat(configuration.get(FeedOptions.REDUNDANCY)).isEqualTo(3);
    assertThat(configuration.get(FeedOptions.CUSTOMER_TYPE)).isEqualTo("B");
    assertThat(configuration.get(FeedOptions.CONTRACTS)).containsExactly("111V06", "A50607");
  }

  @Test
  void flinksOptionsMayStandInTheSameFile() throws IOException {
    Configuration configuration =
        load(
            """
            execution.checkpointing:
              interval: 30 s
              dir: file:///data/checkpoints
            state.backend.type: rocksdb
            state.backend.rocksdb.writebuffer.size: 64 mb
            restart-strategy.type: fixed-delay
            restart-strategy.fixed-delay.attempts: 3
            taskmanager.numberOfTaskSlots: 4
            taskmanager.memory.process.size: 2 gb
            parallelism.default: 2
            pipeline.object-reuse: true
            rest.port: 8082
            metrics.reporter.prom.factory.class: org.example.Factory
            table.exec.mini-batch.enabled: false
            env.java.opts.all: -Dx=y
            """);

    assertThat(configuration.get(CheckpointingOptions.CHECKPOINTING_INTERVAL))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(configuration.toMap()).hasSize(14);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "feed.contracts:\n", "feed:\n"})
  void anEmptyFileSaysNothing(String text) throws IOException {
    assertThat(load(text).toMap()).isEmpty();
  }

  @Test
  void noFileAtAllSaysNothing() {
    assertThat(ConfigurationFile.load(null, Map.of()).toMap()).isEmpty();
  }

  @Test
  void numbersAndTruthValuesNeedNoQuotes() throws IOException {
    Configuration configuration =
        load("feed.reconnect.jitter: 0.5\nfeed.queue-capacity: 100\ncontracts.multiplier: '100'\n");

    assertThat(configuration.get(FeedOptions.RECONNECT_JITTER)).isEqualTo(0.5);
    assertThat(configuration.get(FeedOptions.QUEUE_CAPACITY)).isEqualTo(100);
    assertThat(configuration.get(AnalyticsOptions.MULTIPLIER)).isEqualTo("100");
  }

  @Test
  void anUnknownKeyIsNamedWithTheNearest() {
    Map<String, String> nearest = new LinkedHashMap<>();
    nearest.put("feed.contract", "feed.contracts");
    nearest.put("feeds.idle-timeout", "feed.idle-timeout");
    nearest.put("feed.reconnect.initial_delay", "feed.reconnect.initial-delay");
    nearest.put("analytics.max-feed-dealy", "analytics.max-feed-delay");
    nearest.put("result.path", "results.path");
    nearest.put("state.backend.typ", "state.backend.type");
    nearest.forEach(
        (wrong, right) ->
            assertThatThrownBy(() -> load(wrong + ": x\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                    "kis.yaml", "'" + wrong + "'", "did you mean '" + right + "'?"));
  }

  @Test
  void aListOfListsIsRefused() {
    assertThatThrownBy(() -> load("feed.contracts: [[111V06]]\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("kis.yaml line 1", "'feed.contracts'", "list of plain values");
  }

  @Test
  void aListAtTheTopIsRefused() {
    assertThatThrownBy(() -> load("- feed.contracts\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("kis.yaml", "'key: value'");
  }

  @Test
  void theLineOfBadYamlIsNamed() {
    assertThatThrownBy(() -> load("feed.redundancy: 1\n\nfeed:\n\tcontracts: x\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("kis.yaml", "line 4", "not YAML");
  }

  @Test
  void aKeyTwiceIsRefused() {
    for (String text :
        List.of(
            "feed.redundancy: 1\nfeed.redundancy: 2\n",
            "feed:\n  redundancy: 1\nfeed.redundancy: 2\n")) {
      assertThatThrownBy(() -> load(text))
          .as(text)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("kis.yaml", "redundancy");
    }
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThatThrownBy(() -> load("feed.redundancy: 1\n---\nfeed.contracts: 111V06\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("kis.yaml line 2", "second document", "'---'");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstKey() throws IOException {
    assertThat(load("\uFEFFfeed.redundancy: 2\n").toMap()).containsEntry("feed.redundancy", "2");
  }

  private Configuration load(String yaml) throws IOException {
    return ConfigurationFile.load(file(yaml), Map.of());
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("kis.yaml"), yaml);
  }

  @ParameterizedTest
  @CsvSource({
    "results.postgres.url, jdbc:postgresql://db/kis?user=kis&password=hush, pgpass",
    "results.postgres.url, jdbc:postgresql://kis:hush@db/kis, pgpass",
    "feed.rest-url, https://me:hush@proxy:9443, file",
    "results.kafka.bootstrap-servers, 'sasl.jaas.config=x required password=\"hush\";', file",
    "env.java.opts.all, -Djavax.net.ssl.keyStorePassword=hush, file"
  })
  void aPasswordThatTheWebUiWouldShowIsRefused(String key, String value, String fix) {
    assertThatThrownBy(() -> ConfigurationFile.load(null, Map.of(key, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(key + " holds a password")
        .hasMessageContaining(fix)
        .hasMessageNotContaining("hush");
  }

  @Test
  void aSecretOptionOfFlinksStandsInTheFileButNotOnTheCommandLine() throws IOException {
    assertThat(load("s3.secret-key: hush\n").toMap()).containsEntry("s3.secret-key", "hush");

    assertThatThrownBy(() -> ConfigurationFile.load(null, Map.of("s3.secret-key", "hush")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("-Ds3.secret-key: everybody on this machine can read")
        .hasMessageNotContaining("hush");
  }

  @Test
  void noScriptGetsASecretOption() throws IOException {
    JobSettings settings = new JobSettings(load("s3.secret-key: hush\n"));

    assertThatThrownBy(() -> settings.variable("s3.secret-key"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("${s3.secret-key} in a script")
        .hasMessageNotContaining("hush");
  }

  @Test
  void anAddressWithoutAPasswordIsTaken() {
    String url = "jdbc:postgresql://db:5432/kis?user=kis&passfile=/home/me/pgpass";

    assertThat(ConfigurationFile.load(null, Map.of("results.postgres.url", url)).toMap())
        .containsEntry("results.postgres.url", url);
  }
}
