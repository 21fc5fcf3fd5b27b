package io.github.kisfutures.job.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.analytics.alerts.AlertMetric;
import io.github.kisfutures.analytics.alerts.AlertRule;
import io.github.kisfutures.analytics.alerts.AlertRules;
import io.github.kisfutures.analytics.alerts.Condition;
import io.github.kisfutures.analytics.alerts.Hours;
import io.github.kisfutures.analytics.alerts.Severity;
import io.github.kisfutures.analytics.bars.BarColumns;
import io.github.kisfutures.docs.Page;
import io.github.kisfutures.job.options.ConfigurationException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTextTest {
  private static final String WIDE =
      """
      - name: wide-basis
        metric: basis_close
        contracts: [111V06, 111E06]
        window: 1 min
        condition: abs>
        threshold: 400
        clear-threshold: 300.5
        for: 3
        severity: critical
      """;

  private static AlertRules read(String text) {
    return new RulesText("rules.yaml", List.of(Duration.ofSeconds(10), Duration.ofMinutes(1)))
        .read(text);
  }

  private static AlertRule only(String text) {
    assertThat(read(text).rules()).hasSize(1);
    return read(text).rules().get(0);
  }

  @Test
  void readsEveryMember() {
    assertThat(only(WIDE))
        .isEqualTo(
            new AlertRule(
                "wide-basis",
                AlertMetric.of(BarColumns.BASIS_CLOSE),
                Set.of("111V06", "111E06"),
                Duration.ofMinutes(1),
                Condition.FARTHER_FROM_ZERO,
                new BigDecimal("400"),
                new BigDecimal("300.5"),
                3,
                Severity.CRITICAL));
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    AlertRule rule =
        only("- {name: a, metric: vwap, window: 10 s, condition: '<=', threshold: -0.5}");

    assertThat(rule.contracts()).isEmpty();
    assertThat(rule.clearThreshold()).isEqualTo(rule.threshold()).isEqualByComparingTo("-0.5");
    assertThat(rule.bars()).isOne();
    assertThat(rule.severity()).isEqualTo(Severity.WARNING);
  }

  @ParameterizedTest
  @CsvSource({"09:00-15:20, 32400, 55200", "08:45 - 24:00, 31500, 86400"})
  void hoursAreThoseOfTheDay(String hours, int from, int to) {
    AlertRule rule =
        only(
            "- {name: a, metric: vwap, window: 10 s, condition: '>', threshold: 1, hours: '"
                + hours
                + "'}");

    assertThat(rule.hours()).isEqualTo(new Hours(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9-15", "15:20-09:00", "09:00-24:01", "all day", "09:00-09:00"})
  void hoursThatAreNoneAreRefused(String hours) {
    assertThatThrownBy(
            () ->
                only(
                    "- {name: a, metric: vwap, window: 10 s, condition: '>', threshold: 1, hours: '"
                        + hours
                        + "'}"))
        .hasMessageContaining("'hours: " + hours + "'")
        .hasMessageContaining("09:00-15:20");
  }

  @Test
  void theOnlyWindowNeedsNoName() {
    String text = "- {name: a, metric: vwap, condition: '>', threshold: 1}";

    assertThat(new RulesText("rules.yaml", List.of(Duration.ofMinutes(5))).read(text).rules())
        .singleElement()
        .returns(Duration.ofMinutes(5), AlertRule::window);
  }

  @ParameterizedTest
  @CsvSource({"5 min, 300", "90, 90", "90 s, 90", "1 h, 3600"})
  void silenceIsADurationOrSeconds(String threshold, int seconds) {
    AlertRule rule = only("- {name: quiet, metric: silence, threshold: " + threshold + "}");

    assertThat(rule.threshold()).isEqualByComparingTo(BigDecimal.valueOf(seconds));
    assertThat(rule.condition()).isEqualTo(Condition.GREATER);
    assertThat(rule.window()).isZero();
  }

  @Test
  void silenceMayNameAWindow() {
    String rule = "- {name: q, metric: silence, window: 1 min, condition: '>=', threshold: 60}";

    assertThat(only(rule).condition()).isEqualTo(Condition.AT_LEAST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'*'", "['*']", "[111V06, '*']"})
  void theStarIsForAllContracts(String contracts) {
    assertThat(only(WIDE.replace("[111V06, 111E06]", contracts)).contracts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"111V06; 111E06", "'111V06,111E06'", "111V06 111E06"})
  void contractsMayBeOneText(String contracts) {
    assertThat(only(WIDE.replace("[111V06, 111E06]", contracts)).contracts())
        .containsExactlyInAnyOrder("111V06", "111E06");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# none yet\n", "[]", "rules:\n", "rules: []"})
  void thereMayBeNone(String text) {
    assertThat(read(text)).isEqualTo(AlertRules.NONE);
  }

  @Test
  void theListMayBeTheMemberRules() {
    String nested = "rules:\n" + WIDE.indent(2);

    assertThat(read(nested)).isEqualTo(read(WIDE));
  }

  @Test
  void everyMetricCanBeNamed() {
    for (AlertMetric metric : AlertMetric.all()) {
      String text =
          "- {name: a, metric: %s, window: 10 s, condition: '>', threshold: 60}"
              .formatted(metric.word());
      assertThat(only(text).metric()).isEqualTo(metric);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "name: wide-basis | nam: x | line 1 (rule 1): a rule has no 'nam'; it has name, metric",
        "name: wide-basis | name: | line 1 (rule 1): 'name' is missing; add 'name: wide-basis'",
        "metric: basis_close | metric: basis_clos | there is no 'metric: basis_clos'; did you mean basis_close?",
        "metric: basis_close | metric: oi_signal | there is no 'metric: oi_signal'; did you mean",
        "[111V06, 111E06] | [111v06] | '111v06' in 'contracts' is no short code; write as 111V06, or '*' for all",
        "[111V06, 111E06] | [] | 'contracts' is empty; name some, or '*' for all",
        "[111V06, 111E06] | # none | 'contracts' is empty; name some, or '*' for all",
        "[111V06, 111E06] | {a: b} | 'contracts' must be a plain value",
        "1 min | 5 min | there are no bars of 'window: 5 min'; analytics.windows has 10 s, 1 min",
        "1 min | soon | there are no bars of 'window: soon'; analytics.windows has 10 s, 1 min",
        "window: 1 min | # none | 'window' is missing; add 'window: 10 s'",
        "abs> | over | there is no 'condition: over'; did you mean",
        "condition: abs> | # none | 'condition' is missing; add 'condition: ",
        "condition: abs> | condition: > | 'condition' is empty; write as 'condition: ",
        "threshold: 400 | threshold: many | 'threshold: many' is no number; write as 400 or -0.5",
        "clear-threshold: 300.5 | clear-threshold: 401 | the clear-threshold cannot be beyond the threshold (401 and 400)",
        "threshold: 400 | threshold: [1, 2] | 'threshold' is one value, not a list",
        "for: 3 | for: 0 | 'for: 0' is no number of bars from 1 on",
        "for: 3 | for: often | 'for: often' is no number of bars; write as 'for: 3'",
        "severity: critical | severity: fatal | there is no 'severity: fatal'; did you mean",
      })
  void everyMistakeIsOneSentence(String right, String wrong, String sentence) {
    String text = WIDE.replace(right, wrong);
    assertThat(text).isNotEqualTo(WIDE);

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("rules.yaml line 1 (rule 1): ")
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wide: basis | rules.yaml is no list of rules: begin each rule with '- name: ...'",
        "just text | rules.yaml is no list of rules: begin each rule with '- name: ...'",
        "- text | rules.yaml line 1 (rule 1): is no rule: write '- name: wide-basis'",
        "- condition: >= | rules.yaml line 1 is not YAML: expected chomping or indentation indicators, but found =(61); put > and >= in quotes",
        "--- [];--- [] | rules.yaml line 2 begins a second document ('---'); one file is one document",
        "- {name: q, metric: volume, condition: over, threshold: 4, contracts: 005930} | '005930' in 'contracts' looks like a stock",
        "- {name: [ | rules.yaml line 1 is not YAML: ",
        "- {name: q, metric: silence, threshold: 5 weeks} | 'threshold: 5 weeks' is no duration; write as 'threshold: 5 min'",
        "- {name: q, metric: silence, threshold: 9 h} | silence needs a threshold from 1 s to 410 min",
      })
  void whatIsNoListOfRulesIsRefused(String lines, String sentence) {
    assertThatThrownBy(() -> read(lines.replace(";---", "\n---")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aMemberThatIsThereTwiceIsRefused() {
    assertThatThrownBy(() -> read("- name: wide\n  for: 3\n  for: 4\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("rules.yaml line 3: 'for' is there twice; remove one");
  }

  @Test
  void documentedRulesAreRules() throws IOException {
    String documented = Page.of("docs/alerts.md").yaml("# alerts.yaml");

    assertThat(
            new RulesText("alerts.yaml", List.of(Duration.ofMinutes(1))).read(documented).rules())
        .extracting(rule -> rule.name() + " " + rule.severity())
        .containsExactly("wide-basis CRITICAL", "losses WARNING", "quiet WARNING");
  }

  @Test
  void namesTheLineAndTheNameThatIsThereTwice() {
    assertThatThrownBy(() -> read(WIDE + WIDE))
        .hasMessage(
            "rules.yaml line 10 (rule 2): another rule is named 'wide-basis', too; rename one");
    assertThatThrownBy(() -> read(WIDE + WIDE.replace("for: 3", "for: x")))
        .hasMessageStartingWith("rules.yaml line 10 (rule 2): ");
  }
}
