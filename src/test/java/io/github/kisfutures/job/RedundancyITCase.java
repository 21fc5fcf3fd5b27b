package io.github.kisfutures.job;

import static io.github.kisfutures.job.LiveResults.awaitFrames;
import static io.github.kisfutures.job.LiveResults.awaitSubscribed;
import static io.github.kisfutures.job.LiveResults.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.reference.ReferenceRun;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every contract on two sessions, of which one is lost and stays away. */
@Timeout(180)
class RedundancyITCase {
  private static final List<String> CONTRACTS = List.of("A11610", "A50607");
  private static final SimulatedAccount SECOND =
      new SimulatedAccount("SIMULATEDAPPKEY00000000000000000000B", "another-secret");

  @TempDir Path directory;

  @Test
  void aLostSessionIsInvisibleInTheBars() throws Exception {
    LosesTheSecond faults = new LosesTheSecond();
    SimulatorSettings server =
        SimulatorSettings.defaults()
            .withAccounts(List.of(SimulatorSettings.DEFAULT_ACCOUNT, SECOND));
    try (KisSimulator simulator =
        new KisSimulator(
                server,
                FrameSource.market(new MarketSettings(CONTRACTS, 40, 5)),
                faults,
                InstantSource.system(),
                TickScheduler.realTime())
            .start()) {
      simulator.pause();
      Map<String, String> options =
          LiveJob.options(
              simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT, SECOND);
      options.put("feed.redundancy", "2");
      options.put("analytics.windows", "2 s");
      try (LiveJob job = LiveJob.start(LiveJob.settings(options))) {
        awaitSubscribed(simulator, 2 * CONTRACTS.size());
        assertThat(simulator.subscriptions().values())
            .hasSize(2)
            .containsOnly(Set.copyOf(CONTRACTS));
        simulator.resume();
        awaitFrames(simulator, 100);
        settle(simulator, job, 0);
        faults.lost = true;
        simulator.resume();
        awaitFrames(simulator, 100);
        settle(simulator, job, 0);

        assertThat(simulator.openConnections()).isOne();
        assertExact(simulator, job);
      }
    }
  }

  /** The market stands still and one session is away, yet all bars close. */
  private void assertExact(KisSimulator simulator, LiveJob job) {
    ReferenceRun expected = LiveResults.recomputed(simulator.sentFrames(), Duration.ofSeconds(2));
    LiveResults results = new LiveResults(directory.resolve("results"));
    results.assertSame(expected, "no other cause");
    assertThat(LiveResults.column(results.rows(ResultTable.BARS), "complete"))
        .as("bars without loss")
        .containsOnly("true");
    assertThat(results.rows(ResultTable.GAPS)).isEmpty();
    assertThat(job.total("duplicates")).as("the slower copies").isGreaterThan(20);
    assertThat(simulator.openConnections()).as("the second is still away").isOne();
  }

  /** Cuts the second connection with its next frame, and lets nobody connect after it. */
  private static final class LosesTheSecond implements FaultPlan {
    private volatile boolean lost;

    @Override
    public List<Fault> on(Happening happening) {
      if (happening.event() == FaultEvent.HANDSHAKE && happening.connection() > 2) {
        return List.of(Fault.of(FaultWord.DROP_HANDSHAKE));
      }
      boolean cut = lost && happening.event() == FaultEvent.FRAME && happening.connection() == 2;
      return cut ? List.of(Fault.of(FaultWord.DROP)) : List.of();
    }
  }
}
