package io.github.kisfutures.job.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.analytics.alerts.AlertRule;
import io.github.kisfutures.analytics.alerts.AlertRules;
import io.github.kisfutures.analytics.alerts.AlertRulesSerializer;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.job.options.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFileWatchTest {
  private static final long NOW = 1_783_640_000_000L;
  private static final String QUIET = "- {name: quiet, metric: silence, threshold: 60}\n";
  private static final String CALM = "- {name: calm, metric: silence, threshold: 90}\n";

  @TempDir Path directory;
  private Path path;
  private OneInputStreamOperatorTestHarness<Long, AlertRules> harness;

  @BeforeEach
  void begin() throws Exception {
    path = directory.resolve("rules.yaml");
    Files.writeString(path, QUIET);
    start(null);
  }

  private void start(@Nullable OperatorSubtaskState state) throws Exception {
    RulesFile file = new RulesFile(path.toString(), List.of(Duration.ofMinutes(1)), Set.of());
    AlertRules quiet = file.rules(QUIET);
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new RulesFileWatch(file, quiet)));
    harness.setup(new AlertRulesSerializer());
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    harness.setProcessingTime(NOW);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void tick() throws Exception {
    harness.processElement(0L, 0);
  }

  private void ticks() throws Exception {
    for (int i = 0; i < 3; i++) {
      tick();
    }
  }

  private List<List<String>> passedOn() {
    return harness.extractOutputValues().stream()
        .map(rules -> rules.rules().stream().map(AlertRule::name).toList())
        .toList();
  }

  private List<String> events() {
    var events = harness.getSideOutput(RulesFileWatch.EVENTS);
    return events == null
        ? List.of()
        : events.stream()
            .map(StreamRecord::getValue)
            .map(event -> event.kind() + " " + event.detail())
            .toList();
  }

  @Test
  void theRulesThatTheJobBeganWithArePassedOnOnceAndAreNoChange() throws Exception {
    tick();
    assertThat(passedOn()).isEmpty();
    ticks();

    assertThat(passedOn()).containsExactly(List.of("quiet"));
    assertThat(events()).isEmpty();
  }

  @Test
  void changedRulesArePassedOnOnceTheyStandStill() throws Exception {
    ticks();
    Files.writeString(path, QUIET + "- {name: half");
    tick();
    Files.writeString(path, QUIET + CALM);
    tick();
    assertThat(passedOn()).as("what is half written is nobody's fault").hasSize(1);
    ticks();

    assertThat(passedOn()).containsExactly(List.of("quiet"), List.of("quiet", "calm"));
    assertThat(events()).containsExactly("RULES_CHANGED alert rules in force: quiet, calm");
    FeedEvent event = harness.getSideOutput(RulesFileWatch.EVENTS).peek().getValue();
    assertThat(event.atMillis()).isEqualTo(NOW);
    assertThat(event.session()).isEqualTo("alerts.rules");
  }

  @Test
  void anotherTextOfTheSameRulesIsNoChange() throws Exception {
    ticks();
    Files.writeString(path, "# nights are quiet\nrules:\n" + QUIET);
    ticks();

    assertThat(passedOn()).hasSize(1);
    assertThat(events()).isEmpty();
  }

  @Test
  void aFaultyFileIsRefusedOnceWithItsReasonAndThePreviousRulesStay() throws Exception {
    ticks();
    Files.writeString(path, CALM + "- {name: odd, metric: noise, threshold: 1}\n");
    ticks();
    ticks();

    assertThat(passedOn()).as("nothing of it").containsExactly(List.of("quiet"));
    assertThat(events())
        .singleElement()
        .asString()
        .startsWith(
            "RULES_REFUSED alerts.rules: " + path + " line 2 (rule 2): there is no 'metric");
    assertThat(refused()).isEqualTo(1L);

    Files.writeString(path, CALM);
    ticks();
    assertThat(passedOn()).endsWith(List.of("calm"));
  }

  private Object refused() {
    return harness
        .getOperator()
        .getRuntimeContext()
        .getAccumulator("alertRulesRefused")
        .getLocalValue();
  }

  @Test
  void aFileThatIsGoneIsRefusedAndItsReturnIsTold() throws Exception {
    ticks();
    Files.delete(path);
    tick();
    assertThat(events()).as("it may be on its way to another name").isEmpty();
    ticks();
    assertThat(events())
        .containsExactly("RULES_REFUSED alerts.rules: " + path + ": there is no such file");
    Files.writeString(path, QUIET);
    ticks();

    assertThat(passedOn()).as("the rules are the same").hasSize(1);
    assertThat(events()).hasSize(2).endsWith("RULES_CHANGED alert rules in force: quiet");
  }

  @Test
  void noRulesAreRulesToo() throws Exception {
    ticks();
    Files.writeString(path, "");
    ticks();

    assertThat(passedOn()).endsWith(List.of());
    assertThat(events()).containsExactly("RULES_CHANGED no alert rules any more");
  }

  @Test
  void aRestoredJobKnowsWhichRulesWereInForce() throws Exception {
    ticks();
    Files.writeString(path, CALM);
    ticks();
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();

    start(state);
    ticks();
    assertThat(passedOn()).containsExactly(List.of("calm"));
    assertThat(events()).as("told before").isEmpty();
  }

  @Test
  void aLargeFileIsRefused() throws Exception {
    ticks();
    Files.writeString(path, "#".repeat(1 << 20) + "\n");
    ticks();

    assertThat(events()).singleElement().asString().contains("is longer than 1048576 bytes");
  }

  @Test
  void anEmptyPathIsOneSentence() {
    assertThatThrownBy(() -> new RulesFile("", List.of(), Set.of()).read())
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("alerts.rules:  is no path: name a YAML file of alert rules");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws Exception {
    ticks();
    Files.write(path, new byte[] {'#', (byte) 0xff});
    ticks();

    assertThat(events()).singleElement().asString().contains("is not a UTF-8 text");
  }
}
