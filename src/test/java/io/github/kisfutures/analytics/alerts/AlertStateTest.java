package io.github.kisfutures.analytics.alerts;

import static io.github.kisfutures.analytics.alerts.AlertFixture.basis;
import static io.github.kisfutures.analytics.alerts.AlertFixture.silence;
import static io.github.kisfutures.market.TradeFixture.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.analytics.bars.BarColumns;
import io.github.kisfutures.serialization.StoredState;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept comes back, from the bytes of every version. */
class AlertStateTest {
  private static final AlertRule RULE =
      new AlertRule(
          "넓은 베이시스",
          AlertMetric.of(BarColumns.BASIS_SLOPE),
          Set.of("A50607", "A11610"),
          Duration.ofMinutes(5),
          Condition.FARTHER_FROM_ZERO,
          new BigDecimal("12.5"),
          new BigDecimal("10"),
          3,
          Severity.CRITICAL);
  private static final AlertRules RULES = new AlertRules(List.of(RULE, silence("quiet", 300)));
  private static final AlertProgress OPEN =
      new AlertProgress(RULE, 3, millis("09:05:00"), millis("09:06:00"));
  private static final SilenceWatch WATCH =
      new SilenceWatch(
          millis("09:00:00"),
          true,
          millis("09:01:00"),
          List.of(millis("09:00:02"), millis("09:00:04")));

  private record Kept<T>(TypeSerializer<T> serializer, T value) {}

  static Stream<Kept<?>> kept() {
    return Stream.of(
        new Kept<>(new AlertRuleSerializer(), RULE),
        new Kept<>(new AlertRulesSerializer(), RULES),
        new Kept<>(new AlertRulesSerializer(), AlertRules.NONE),
        new Kept<>(new AlertProgressSerializer(), OPEN),
        new Kept<>(
            new AlertProgressSerializer(),
            AlertProgress.begin(basis("b", Condition.LESS, "-1", "0", 2)).counted()),
        new Kept<>(new SilenceWatchSerializer(), WATCH),
        new Kept<>(new ContractSignSerializer(), ContractSign.registration("A11610", 5)),
        new Kept<>(new AlertSerializer(), alert("412.50")),
        new Kept<>(new AlertSerializer(), alert(null)));
  }

  private static Alert alert(@org.jspecify.annotations.Nullable String value) {
    return new Alert(
        "wide",
        "A11610",
        Alert.State.CLEARED,
        Severity.INFO,
        AlertMetric.of(BarColumns.BASIS_CLOSE),
        value == null ? null : new BigDecimal(value),
        new BigDecimal("400"),
        millis("09:05:00"),
        millis("09:07:00"),
        "A11610: 끝");
  }

  @ParameterizedTest
  @MethodSource("kept")
  <T> void comesBackAsItWas(Kept<T> kept) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    kept.serializer().serialize(kept.value(), out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

    assertThat(kept.serializer().deserialize(in)).isEqualTo(kept.value());
    assertThat(in.available()).isZero();
  }

  @Test
  void everyMetricConditionAndSeverityComesBack() throws IOException {
    for (AlertMetric metric : AlertMetric.all()) {
      if (!metric.equals(AlertMetric.SILENCE)) {
        AlertRule rule =
            new AlertRule(
                metric.word(),
                metric,
                Set.of(),
                Duration.ofSeconds(10),
                Arrays.asList(Condition.values()).get(metric.word().length() % 5),
                BigDecimal.ONE,
                BigDecimal.ONE,
                1,
                Arrays.asList(Severity.values()).get(metric.word().length() % 3));
        comesBackAsItWas(new Kept<>(new AlertRuleSerializer(), rule));
      }
    }
  }

  @Test
  void readsRules() throws IOException {
    StoredState.assertReads(
        "alert-rules-1", new AlertRulesSerializer(1), new AlertRulesSerializer(), RULES);
  }

  @Test
  void readsProgress() throws IOException {
    StoredState.assertReads(
        "alert-progress-1", new AlertProgressSerializer(1), new AlertProgressSerializer(), OPEN);
  }

  @Test
  void readsSilence() throws IOException {
    StoredState.assertReads(
        "silence-watch-1", new SilenceWatchSerializer(1), new SilenceWatchSerializer(), WATCH);
  }
}
