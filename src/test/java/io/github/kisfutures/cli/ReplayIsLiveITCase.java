package io.github.kisfutures.cli;

import static io.github.kisfutures.job.LiveResults.PATIENCE;
import static io.github.kisfutures.job.LiveResults.awaitFrames;
import static io.github.kisfutures.job.LiveResults.awaitSubscribed;
import static io.github.kisfutures.job.LiveResults.awaitTradesMade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.job.LiveResults;
import io.github.kisfutures.job.capture.CaptureJob;
import io.github.kisfutures.job.capture.CaptureTarget;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.Fault;
import io.github.kisfutures.simulator.FaultEvent;
import io.github.kisfutures.simulator.FaultPlan;
import io.github.kisfutures.simulator.FaultWord;
import io.github.kisfutures.simulator.FrameSource;
import io.github.kisfutures.simulator.Happening;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.simulator.TickScheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A live job and a capture beside it, both with redundancy 2 and both with connections that are
 * cut: what the capture replays to are the rows of the live job.
 */
@Timeout(180)
class ReplayIsLiveITCase {
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06");
  private static final String WINDOWS = "1 s, 2 s";

  /** Two of the live job, two of the capture. */
  private static final List<SimulatedAccount> ACCOUNTS =
      IntStream.rangeClosed(1, 4)
          .mapToObj(n -> new SimulatedAccount("SIMULATEDAPPKEY%020d".formatted(n), "secret-" + n))
          .toList();

  @TempDir Path directory;

  @Test
  void aCaptureReplaysToTheRowsOfTheLiveJobBesideIt() throws Exception {
    Faults faults = new Faults();
    LiveResults live = new LiveResults(directory.resolve("live/results"));
    LiveResults replayed = new LiveResults(directory.resolve("replayed"));
    try (KisSimulator simulator =
        new KisSimulator(
                SimulatorSettings.defaults().withAccounts(ACCOUNTS),
                FrameSource.market(new MarketSettings(CONTRACTS, 40, 5)),
                faults,
                InstantSource.system(),
                TickScheduler.realTime())
            .start()) {
      simulator.pause();
      try (LiveJob job = LiveJob.start(settings(simulator, "live", 0))) {
        awaitSubscribed(simulator, 2 * CONTRACTS.size());
        try (LiveJob capture = capture(simulator)) {
          awaitSubscribed(simulator, 4 * CONTRACTS.size());
          simulator.resume();
          happen(simulator, faults);
          simulator.pause();
          Eventually.await(
              "every frame sent was read and captured",
              PATIENCE,
              () -> job.total("frames") + capture.total("frames") == simulator.sentFrames().size());
        }
        replay();
        for (ResultTable table : List.of(ResultTable.BARS, ResultTable.TICKS, ResultTable.GAPS)) {
          int rows = replayed.rows(table).size();
          Eventually.await(rows + " " + table, PATIENCE, () -> live.rows(table).size() >= rows);
        }
        assertThat(job.total("duplicates")).isGreaterThan(100);
      }
    }
    assertSame(live, replayed, ResultTable.BARS);
    assertSame(live, replayed, ResultTable.TICKS, "receive_time");
    assertSame(live, replayed, ResultTable.GAPS);
    assertThat(LiveResults.column(live.rows(ResultTable.GAPS), "cause")).contains("NOT_SENT");
  }

  /** Each of both pairs of sessions is cut once, and some trades nobody gets. */
  private static void happen(KisSimulator simulator, Faults faults) {
    awaitFrames(simulator, 200);
    for (int session = 1; session <= 2; session++) {
      faults.cut.addAll(List.of(session, session + 2));
      Eventually.await("two sessions are cut", PATIENCE, faults.cut::isEmpty);
      Eventually.await("reconnected", PATIENCE, () -> simulator.openConnections() == 4);
      awaitSubscribed(simulator, 4 * CONTRACTS.size());
      awaitFrames(simulator, 100);
    }
    simulator.pause();
    faults.losing = true;
    simulator.resume();
    awaitTradesMade(simulator, 5);
    simulator.pause();
    faults.losing = false;
    simulator.resume();
    awaitFrames(simulator, 200);
  }

  private JobSettings settings(KisSimulator simulator, String name, int firstAccount)
      throws IOException {
    Map<String, String> options =
        LiveJob.options(
            simulator,
            Files.createDirectory(directory.resolve(name)),
            CONTRACTS,
            ACCOUNTS.get(firstAccount),
            ACCOUNTS.get(firstAccount + 1));
    options.put("feed.redundancy", "2");
    options.put("analytics.windows", WINDOWS);
    return LiveJob.settings(options);
  }

  private LiveJob capture(KisSimulator simulator) throws Exception {
    return LiveJob.start(
        settings(simulator, "capture", 2),
        (env, settings) ->
            CaptureJob.define(
                env,
                settings,
                settings.sessions(Map.of()),
                new CaptureTarget.Files(directory.resolve("frames"), false)));
  }

  private void replay() {
    CommandRun replay =
        CommandRun.of(
            "replay",
            "--from",
            directory.resolve("frames").toString(),
            "-Dresults.script=sql/results/files.sql",
            "-Dresults.path=" + directory.resolve("replayed"),
            "-Danalytics.windows=" + WINDOWS);
    assertThat(replay.exitCode()).as(replay.err()).isZero();
  }

  private static void assertSame(
      LiveResults live, LiveResults replayed, ResultTable table, String... butFor) {
    assertThat(rows(live, table, Set.of(butFor)))
        .as(table.name())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(rows(replayed, table, Set.of(butFor)));
  }

  private static List<Map<String, @Nullable String>> rows(
      LiveResults results, ResultTable table, Set<String> butFor) {
    return results.rows(table).stream()
        .map(
            row -> {
              Map<String, @Nullable String> compared = new TreeMap<>(row);
              compared.keySet().retainAll(table.columns().keySet());
              compared.keySet().removeAll(butFor);
              return compared;
            })
        .toList();
  }

  private static final class Faults implements FaultPlan {
    private final Set<Integer> cut = ConcurrentHashMap.newKeySet();
    private volatile boolean losing;

    @Override
    public List<Fault> on(Happening happening) {
      if (happening.event() != FaultEvent.FRAME) {
        return List.of();
      }
      if (cut.remove(happening.session())) {
        return List.of(Fault.of(FaultWord.DROP));
      }
      return losing ? List.of(Fault.of(FaultWord.LOSE)) : List.of();
    }
  }
}
