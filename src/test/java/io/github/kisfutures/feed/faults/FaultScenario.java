package io.github.kisfutures.feed.faults;

import io.github.kisfutures.feed.FeedSettings;
import io.github.kisfutures.feed.ManualScheduler;
import io.github.kisfutures.feed.ReconnectSettings;
import io.github.kisfutures.simulator.FrameSource;
import io.github.kisfutures.simulator.MemoryKis;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.simulator.script.FaultScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link FaultRun} begins with. Unless told otherwise: one session, contract 111V06, one
 * trade a second, back-off of 5, 10, 20 s ... without jitter.
 */
final class FaultScenario {
  static final String CONTRACT = "111V06";
  static final String OTHER = "A50607";

  private final String script;
  private List<String> contracts = List.of(CONTRACT);
  private FeedSettings settings = FeedSettings.defaults();
  private SimulatorSettings server = SimulatorSettings.defaults();
  private double jitter;
  private int tradesPerSecond = 1;
  private FrameSource market;
  private long seed = 1;
  private Duration begin = Duration.ZERO;

  private FaultScenario(String script) {
    this.script = script;
    reconnect(Duration.ofMinutes(5));
  }

  /** A run with this fault script, given as lines. */
  static FaultScenario script(String... lines) {
    return new FaultScenario(String.join("\n", lines));
  }

  FaultScenario contracts(String... codes) {
    contracts = List.of(codes);
    return this;
  }

  FaultScenario tradesPerSecond(int number) {
    tradesPerSecond = number;
    return this;
  }

  FaultScenario market(FrameSource source) {
    market = source;
    return this;
  }

  FaultScenario seed(long random) {
    seed = random;
    return this;
  }

  FaultScenario jitter(double share) {
    jitter = share;
    return reconnect(settings.reconnect().maxDelay());
  }

  /** With another longest wait. */
  FaultScenario reconnect(Duration max) {
    settings =
        settings.withReconnect(
            new ReconnectSettings(Duration.ofSeconds(5), max, jitter, Duration.ofSeconds(20)));
    return this;
  }

  FaultScenario settings(FeedSettings other) {
    settings = other;
    return this;
  }

  FaultScenario server(SimulatorSettings other) {
    server = other;
    return this;
  }

  /** So many sessions, each with all contracts. */
  FaultScenario sessions(int number) {
    List<SimulatedAccount> accounts = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      accounts.add(new SimulatedAccount("APPKEY%030d".formatted(i), "app-secret-of-number-" + i));
    }
    server = server.withAccounts(accounts);
    return this;
  }

  /** Begins later than 09:00. */
  FaultScenario begin(Duration afterNine) {
    begin = afterNine;
    return this;
  }

  List<String> contracts() {
    return contracts;
  }

  FeedSettings settings() {
    return settings;
  }

  List<SimulatedAccount> accounts() {
    return server.accounts();
  }

  long seed() {
    return seed;
  }

  FaultRun start() throws Exception {
    ManualScheduler time = new ManualScheduler();
    time.advance(begin);
    FrameSource source = market == null ? new SteadyMarket(tradesPerSecond, contracts) : market;
    MemoryKis kis = new MemoryKis(server, source, FaultScript.of("script", script), time);
    return new FaultRun(this, time, kis);
  }

  /** The run after some seconds. */
  FaultRun after(long seconds) throws Exception {
    return start().passSeconds(seconds);
  }
}
