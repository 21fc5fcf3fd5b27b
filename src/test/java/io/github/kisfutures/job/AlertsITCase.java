package io.github.kisfutures.job;

import static io.github.kisfutures.job.LiveResults.PATIENCE;
import static io.github.kisfutures.job.LiveResults.awaitSubscribed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Alert rules of a live job: changed and refused while it runs, and kept over a restart. */
@Timeout(180)
class AlertsITCase {
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06");
  private static final String STEADY =
      "- {name: steady, metric: close, window: 1 s, condition: '>', threshold: 1}\n";
  private static final String TRADED =
      "- {name: traded, metric: trades, window: 1 s, condition: '>=', threshold: 1, for: 2}\n";

  @TempDir Path directory;

  private Path rules;
  private LiveResults results;

  private void write(String yaml) throws IOException {
    Files.writeString(rules, yaml);
  }

  /** Rows of {@code alerts} so far, as rule, contract and state. */
  private List<String> alerts() {
    return results.rows(ResultTable.ALERTS).stream()
        .map(row -> row.get("rule") + " " + row.get("contract") + " " + row.get("state"))
        .toList();
  }

  private static List<String> all(String rule, String state) {
    return CONTRACTS.stream().map(contract -> rule + " " + contract + " " + state).toList();
  }

  private void awaitAlerts(List<String> expected) {
    Eventually.await(
        "the alerts " + expected, PATIENCE, () -> Set.copyOf(alerts()).containsAll(expected));
  }

  private List<@Nullable String> details(String kind) {
    return results.rows(ResultTable.FEED_EVENTS).stream()
        .filter(row -> kind.equals(row.get("kind")))
        .map(row -> row.get("detail"))
        .toList();
  }

  @Test
  void rulesChangeWithoutARestartAndAlertsOutliveOne() throws Exception {
    rules = directory.resolve("rules.yaml");
    results = new LiveResults(directory.resolve("results"));
    write(STEADY + TRADED);
    MarketSettings market = new MarketSettings(CONTRACTS, 60, 5);
    try (KisSimulator simulator =
        KisSimulator.withMarket(SimulatorSettings.defaults(), market).start()) {
      Map<String, String> options =
          LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT);
      options.put("analytics.windows", "1 s");
      options.put("alerts.rules", rules.toString());
      try (LiveJob job = LiveJob.start(LiveJob.settings(options))) {
        awaitSubscribed(simulator, CONTRACTS.size());
        awaitAlerts(all("steady", "RAISED"));
        awaitAlerts(all("traded", "RAISED"));

        write(STEADY + TRADED.replace("trades", "tades"));
        Eventually.await("the refusal", PATIENCE, () -> !details("RULES_REFUSED").isEmpty());
        assertThat(details("RULES_REFUSED"))
            .singleElement()
            .asString()
            .startsWith("alerts.rules: " + rules + " line 2 (rule 2): there is no 'metric: tades'");
        assertThat(alerts())
            .as("the previous rules are in force")
            .noneMatch(alert -> alert.endsWith("CLEARED"));

        write(STEADY);
        awaitAlerts(all("traded", "CLEARED"));
        Eventually.await("the change", PATIENCE, () -> !details("RULES_CHANGED").isEmpty());
        assertThat(details("RULES_CHANGED")).containsExactly("alert rules in force: steady");
        options.put("execution.state-recovery.path", job.stop(directory.resolve("savepoints")));
      }
      Eventually.await("the session ends", PATIENCE, () -> simulator.openConnections() == 0);

      write(STEADY + TRADED.replace("traded", "again"));
      try (LiveJob job = LiveJob.start(LiveJob.settings(options))) {
        awaitAlerts(all("again", "RAISED"));
        write("");
        awaitAlerts(all("again", "CLEARED"));
        awaitAlerts(all("steady", "CLEARED"));
        assertThat(job.total("alertsRaised")).as("since the restart").isEqualTo(CONTRACTS.size());
      }
    }
    assertThat(alerts())
        .as("each alert begins once and ends once")
        .containsExactlyInAnyOrderElementsOf(
            List.of("steady", "traded", "again").stream()
                .flatMap(
                    rule ->
                        Stream.concat(all(rule, "RAISED").stream(), all(rule, "CLEARED").stream()))
                .toList());
    assertThat(
            results.rows(ResultTable.ALERTS).stream()
                .map(row -> String.valueOf(row.get("alert_id")))
                .distinct()
                .toList())
        .as("both rows of an alert have its id")
        .hasSize(9);
  }
}
