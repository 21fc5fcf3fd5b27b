package io.github.kisfutures.job;

import static io.github.kisfutures.job.LiveResults.awaitFrames;
import static io.github.kisfutures.job.LiveResults.awaitSubscribed;
import static io.github.kisfutures.job.LiveResults.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.docs.Page;
import io.github.kisfutures.simulator.FrameSource;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.simulator.script.FaultScript;
import io.github.kisfutures.source.metrics.SessionMetric;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus sees of a live job with two sessions that carry the same contracts. */
@Timeout(120)
class MetricsITCase {
  private static final List<String> CONTRACTS = List.of("A11610", "A50607");
  private static final SimulatedAccount SECOND =
      new SimulatedAccount("SIMULATEDAPPKEY00000000000000000000B", "another-secret");

  @TempDir Path directory;

  @Test
  void showsEverySessionAndContract() throws Exception {
    SimulatorSettings server =
        SimulatorSettings.defaults()
            .withAccounts(List.of(SimulatorSettings.DEFAULT_ACCOUNT, SECOND));
    int port = Scrape.freePort();
    try (KisSimulator simulator =
        KisSimulator.withMarket(server, new MarketSettings(CONTRACTS, 60, 9)).start()) {
      simulator.pause();
      Map<String, String> options =
          LiveJob.options(
              simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT, SECOND);
      options.put("feed.redundancy", "2");
      options.putAll(Scrape.options(port));
      try (LiveJob job = LiveJob.start(LiveJob.settings(options))) {
        awaitSubscribed(simulator, 2 * CONTRACTS.size());
        simulator.resume();
        awaitFrames(simulator, 60);
        settle(simulator, job, 0);
        assertThat(simulator.pushFrame("0|H0ZFCNT0|xyz|A11610")).isEqualTo(2);
        Eventually.await(
            "the rejected frame", LiveResults.PATIENCE, () -> job.total("rejected") == 2);

        Eventually.await(
            "every record judged",
            LiveResults.PATIENCE,
            () -> job.total("trades") + job.total("duplicates") == job.total("records"));

        Scrape scrape = Scrape.of(port);
        long frames = simulator.sentFrames().size() / 2;
        for (String session : List.of("session-1", "session-2")) {
          assertSession(scrape, session, frames, job.total("records") / 2);
        }
        assertThat(scrape.sum("session_duplicates", ""))
            .isEqualTo(job.total("duplicates"))
            .isPositive();
        assertStandardMetrics(scrape, job);
        assertDocumentedRules(scrape);
      }
    }
  }

  @Test
  void tellsWhatASessionMissed() throws Exception {
    int port = Scrape.freePort();
    try (KisSimulator simulator =
        KisSimulator.of(
                SimulatorSettings.defaults(),
                FrameSource.market(new MarketSettings(CONTRACTS, 60, 9)),
                FaultScript.of("script", "- {on: frame every 7, what: lose}"))
            .start()) {
      Map<String, String> options =
          LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT);
      options.putAll(Scrape.options(port));
      try (LiveJob job = LiveJob.start(LiveJob.settings(options))) {
        awaitSubscribed(simulator, CONTRACTS.size());
        awaitFrames(simulator, 60);
        settle(simulator, job, 0);
        long missed =
            LiveResults.recomputed(simulator.sentFrames(), Duration.ofMinutes(1)).gaps().stream()
                .mapToLong(gap -> Long.parseLong(gap.get("missed_volume")))
                .sum();
        Eventually.await(
            "every gap reported", LiveResults.PATIENCE, () -> job.total("missedVolume") == missed);

        Scrape scrape = Scrape.of(port);
        assertThat(scrape.sum("session_missedVolume", "session=\"session-1\""))
            .isEqualTo(missed)
            .isPositive();
      }
    }
  }

  private static void assertSession(Scrape scrape, String session, long frames, long records) {
    String label = "session=\"" + session + "\"";
    for (SessionMetric metric : SessionMetric.values()) {
      String name = (metric.perContract() ? "session_contract_" : "session_") + metric.metricName();
      assertThat(scrape.lines(name, label))
          .as("%s of %s in%n%s", metric, session, scrape.text())
          .hasSize(metric.perContract() ? CONTRACTS.size() : 1);
    }
    assertThat(scrape.sum("session_connected", label)).isEqualTo(1);
    assertThat(scrape.sum("session_reconnects", label)).isZero();
    assertThat(scrape.sum("session_framesReceived", label)).isEqualTo(frames);
    assertThat(scrape.sum("session_recordsReceived", label)).isEqualTo(records);
    assertThat(scrape.sum("session_rejectedFrames", label)).isEqualTo(1);
    assertThat(scrape.sum("session_surplusFields", label)).isZero();
    assertThat(scrape.sum("session_queueSize", label)).isZero();
    assertThat(scrape.sum("session_queueFullTime", label)).isZero();
    assertThat(scrape.sum("session_lastFrameAge", label)).isBetween(0L, 30_000L);
    assertThat(scrape.sum("session_contract_lastTradeAge", label)).isBetween(1L, 60_000L);
    assertThat(scrape.lines("session_duplicates", label)).isNotEmpty();
    assertThat(scrape.sum("session_missedVolume", label)).isZero();
    assertThat(scrape.lines("session_connected", label))
        .as("copies on different subtasks")
        .allMatch(
            line -> line.contains("subtask_index=\"" + ("session-1".equals(session) ? 0 : 1)));
  }

  private static void assertStandardMetrics(Scrape scrape, LiveJob job) {
    String source = "operator_name=\"Source: KIS feed\"";
    assertThat(scrape.sum("numRecordsInErrors", source)).isEqualTo(2);
    assertThat(scrape.sum("pendingRecords", source)).isZero();
    assertThat(scrape.lines("sourceIdleTime", source)).hasSize(2);
    assertThat(scrape.lines("currentEmitEventTimeLag", source)).hasSize(2);
    assertThat(scrape.sum("numRecordsIn", source))
        .as("records, not frames, and what happened beside them")
        .isGreaterThanOrEqualTo(job.total("records") + 2);
  }

  /** The documented rules for Prometheus ask for metrics and labels that are there. */
  private static void assertDocumentedRules(Scrape scrape) throws IOException {
    Page page = Page.of("docs/alerts.md");
    String rules = page.yaml("# prometheus-rules.yaml");
    List<String> metrics =
        Pattern.compile("flink_taskmanager_job_task_operator_(\\w+)")
            .matcher(rules)
            .results()
            .map(metric -> metric.group(1))
            .toList();
    assertThat(metrics).hasSize(4);
    assertThat(metrics).allSatisfy(metric -> assertThat(scrape.lines(metric, "")).isNotEmpty());
    assertThat(scrape.lines("session_contract_lastTradeAge", "contract=\"A11610\"")).isNotEmpty();
    assertThat(rules).contains("by (contract)");
    assertThat(page.yaml("# my.yaml, beside the rest")).contains(Scrape.options(9249).keySet());
  }
}
