package io.github.kisfutures.job.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.job.StockFuturesJob;
import io.github.kisfutures.simulator.Fault;
import io.github.kisfutures.simulator.FaultEvent;
import io.github.kisfutures.simulator.FaultPlan;
import io.github.kisfutures.simulator.FrameSource;
import io.github.kisfutures.simulator.Happening;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that fails again and again and never comes to a checkpoint. */
@Timeout(180)
class RestartBeforeACheckpointITCase {
  @TempDir Path directory;

  private static final class Connections implements FaultPlan {
    final List<Instant> at = new CopyOnWriteArrayList<>();

    @Override
    public List<Fault> on(Happening happening) {
      if (happening.event() == FaultEvent.HANDSHAKE) {
        at.add(happening.at());
      }
      return List.of();
    }
  }

  /**
   * The default scheduler restarts the tasks beside a living enumerator; the adaptive one restarts
   * everything, as a failure of the JobManager's side does.
   */
  @ParameterizedTest
  @ValueSource(strings = {"default", "adaptive"})
  void itDoesNotConnectFasterThanTheFirstWait(String scheduler) throws Exception {
    Connections connections = new Connections();
    try (KisSimulator simulator =
        KisSimulator.of(
                SimulatorSettings.defaults(),
                FrameSource.market(new MarketSettings(FaultyJob.CONTRACTS, 50, 3)),
                connections)
            .start()) {
      Map<String, String> options =
          LiveJob.options(
              simulator, directory, FaultyJob.CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT);
      options.put("feed.reconnect.initial-delay", "2 s");
      options.put("jobmanager.scheduler", scheduler);
      options.put("restart-strategy.type", "fixed-delay");
      options.put("restart-strategy.fixed-delay.attempts", "100");
      options.put("restart-strategy.fixed-delay.delay", "1 ms");
      try (LiveJob job =
          LiveJob.start(
              LiveJob.settings(options),
              (env, settings) -> {
                // the adaptive scheduler takes one as soon as the job runs, whatever the interval
                env.getCheckpointConfig().disableCheckpointing();
                StockFuturesJob.liveFeed(env, settings, settings.sessions(Map.of()))
                    .map(
                        message -> {
                          if (message.toString().startsWith("Trade")) {
                            throw new IllegalStateException("fails at the first trade");
                          }
                          return 0;
                        })
                    .sinkTo(new DiscardingSink<>());
              })) {
        Eventually.await(
            "four connections", Duration.ofSeconds(90), () -> connections.at.size() >= 4);
        for (int i = 1; i < 4; i++) {
          assertThat(Duration.between(connections.at.get(i - 1), connections.at.get(i)))
              .as("between connections %d and %d", i, i + 1)
              .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
        assertThat(job.total("frames")).isNotNegative();
      }
    }
  }
}
