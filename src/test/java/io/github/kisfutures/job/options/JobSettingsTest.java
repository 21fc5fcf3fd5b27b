package io.github.kisfutures.job.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.feed.FeedSettings;
import io.github.kisfutures.source.split.SessionSplit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobSettingsTest {
  private static final Map<String, String> TWO_KEYS =
      Map.of(
          "KIS_APP_KEY", "first-app-key",
          "KIS_APP_SECRET", "first-secret",
          "KIS_APP_KEY_2", "second-app-key",
          "KIS_APP_SECRET_2", "second-secret");

  @TempDir Path directory;

  @Test
  void defaultsAreThoseOfTheParts() {
    JobSettings settings = settings();

    assertThat(settings.feed()).isEqualTo(FeedSettings.defaults());
    assertThat(settings.contracts()).isEmpty();
    assertThat(settings.credentials().location()).isEqualTo("env");
    assertThat(settings.analytics().windows()).containsExactly(Duration.ofMinutes(1));
    assertThat(settings.analytics().gapSettleTime()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.analytics().multipliers().of("111V06")).isEqualByComparingTo("10");
    assertThat(settings.watermarks().maxOutOfOrderness()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.watermarks().maxFeedDelay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.resultsScripts()).as("the live table").isEmpty();
  }

  @Test
  void whatIsSetArrives() {
    JobSettings settings =
        settings(
            "feed.websocket-url", "ws://127.0.0.1:1",
            "feed.rest-url", "http://127.0.0.1:2",
            "feed.customer-type", "B",
            "feed.subscribe-interval", "1 s",
            "feed.ack-timeout", "2 s",
            "feed.idle-timeout", "3 s",
            "feed.reconnect.initial-delay", "4 s",
            "feed.reconnect.max-delay", "5 s",
            "feed.reconnect.jitter", "0.6",
            "feed.reconnect.in-use-delay", "7 s",
            "feed.queue-capacity", "8",
            "contracts.multiplier", "100");
    FeedSettings feed = settings.feed();

    assertThat(feed.webSocketUrl()).hasToString("ws://127.0.0.1:1");
    assertThat(feed.restUrl()).hasToString("http://127.0.0.1:2");
    assertThat(feed.customerType()).isEqualTo("B");
    assertThat(feed.subscribeInterval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(feed.ackTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(feed.idleTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(feed.reconnect().initialDelay()).isEqualTo(Duration.ofSeconds(4));
    assertThat(feed.reconnect().maxDelay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(feed.reconnect().jitter()).isEqualTo(0.6);
    assertThat(feed.reconnect().inUseDelay()).isEqualTo(Duration.ofSeconds(7));
    assertThat(feed.queueCapacity()).isEqualTo(8);
    assertThat(settings.analytics().multipliers().of("111V06")).isEqualByComparingTo("100");
  }

  @Test
  void severalResultsScriptsAreAList() throws IOException {
    assertThat(settings("results.script", "a.sql; b c.sql").resultsScripts())
        .containsExactly("a.sql", "b c.sql");
    Path file = directory.resolve("list.yaml");
    Files.writeString(file, "results:\n  script: [a.sql, b.sql]\n");
    assertThat(new JobSettings(ConfigurationFile.load(file, Map.of())).resultsScripts())
        .containsExactly("a.sql", "b.sql");
  }

  @Test
  void noResultsScriptIsTold() {
    assertThatThrownBy(() -> settings("results.script", "").resultsScripts())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("results.script is empty");
  }

  @Test
  void contractsAreDealtToTheAppKeys() {
    List<SessionSplit> sessions =
        settings("feed.contracts", "111V06, A50607, A11610, 111V06").sessions(TWO_KEYS).sessions();

    assertThat(sessions)
        .extracting(SessionSplit::contracts)
        .containsExactly(List.of("111V06", "A11610"), List.of("A50607"));
    assertThat(sessions).extracting(SessionSplit::credential).containsExactly(0, 1);
  }

  @Test
  void thePlanHoldsNoKey() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      JobSettings settings = settings("feed.contracts", "111V06");
      out.writeObject(settings.sessions(TWO_KEYS));
      out.writeObject(settings.credentials());
    }

    assertThat(bytes.toString(StandardCharsets.ISO_8859_1))
        .contains("111V06")
        .doesNotContain("first-app-key", "first-secret");
  }

  @Test
  void theMasterFileGivesMultipliers() throws IOException {
    Path file = directory.resolve("fo_stk_code_mts.mst");
    Files.writeString(
        file,
        "1|A11610|KR4A11610000|SAMSUNG F 202610 (  20)|0|0|1|005930|SAMSUNG\n",
        StandardCharsets.US_ASCII);
    JobSettings settings = settings("contracts.master-file", file.toString());

    assertThat(settings.analytics().multipliers().of("A11610")).isEqualByComparingTo("20");
    assertThat(settings.analytics().multipliers().of("A50607")).isEqualByComparingTo("10");
  }

  @Test
  void anUnreadableMasterFileIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("x.mst"), "no master\n");

    assertThatThrownBy(() -> settings("contracts.master-file", file.toString()).analytics())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("contracts.master-file: ")
        .hasMessageContaining(file.toString());
  }

  @Test
  void variablesAreWhatWasSetElseDefaults() {
    JobSettings settings =
        settings("results.path", "/data", "parallelism.default", "2", "feed.redundancy", "2");

    assertThat(settings.variable("results.path")).contains("/data");
    assertThat(settings.variable("parallelism.default")).contains("2");
    assertThat(settings.variable("feed.redundancy")).contains("2");
    assertThat(settings.variable("contracts.multiplier")).contains("10");
    assertThat(settings.variable("contracts.master-file")).isEmpty();
    assertThat(settings.variable("no.such")).isEmpty();
  }

  private static JobSettings settings(String... keysAndValues) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      options.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new JobSettings(ConfigurationFile.load(null, options));
  }
}
