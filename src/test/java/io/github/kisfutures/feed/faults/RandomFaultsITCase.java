package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.analytics.bars.AnalyticsHarness;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.feed.SessionState;
import io.github.kisfutures.job.RecordedLog;
import io.github.kisfutures.simulator.FaultWord;
import io.github.kisfutures.simulator.FrameSource;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.FeedRecordDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random faults over real sockets: it all adds up, and no logger of ours at any level tells a
 * secret, nor does that of the WebSocket library, but for what it receives. (Not every logger: in
 * this JVM clusters and brokers of other tests may still run, and log without end at TRACE.)
 */
@Timeout(120)
class RandomFaultsITCase {
  private static final List<String> CONTRACTS = List.of("111V06", "A50607", "A11610");
  private static final Duration LENGTH = Duration.ofMinutes(20);
  private static final int FAULTS = 25;

  /** Whose log lines are none of the feed's: the simulator's threads are in this JVM, too. */
  private static final Pattern SERVER = Pattern.compile("^[A-Z]+ \\[WebSocket(Selector|Worker)");

  /**
   * The library shows at TRACE what it receives, and KIS echoes an approval key that it refuses. So
   * its logger is off in what we ship.
   */
  private static final Pattern RECEIVED =
      Pattern.compile(
          "^TRACE \\[WebSocketConnectReadThread-\\d+] org\\.java_websocket\\."
              + "(WebSocketImpl - (process\\(|matched frame: )"
              + "|drafts\\.Draft_6455 - afterDecoding\\()");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 3})
  void everythingAddsUpAndNoLogTellsASecret(long seed) throws Exception {
    List<String> lines = new ArrayList<>(script(seed));
    // one at least that echoes the approval key
    lines.addAll(List.of("- on: subscribe 2", "  what: error", "  code: OPSP0011"));
    String what = "seed %d, script:%n%s".formatted(seed, String.join("\n", lines));
    try (RecordedLog log =
            new RecordedLog(Level.ALL, "io.github.kisfutures", "org.java_websocket");
        SocketRun run =
            new SocketRun(
                65_536,
                FrameSource.market(new MarketSettings(CONTRACTS, 6, seed)),
                CONTRACTS,
                lines.toArray(String[]::new))) {
      run.pass(LENGTH);
      run.await(what, () -> run.pass(Duration.ofSeconds(1)).session.state() == SessionState.LIVE);

      assertAddsUp(run, what);
      assertThat(run.story()).as(what).contains("APPROVAL_FAILED OPSP0011");
      assertNoSecrets(run, log.text(), what);
    }
  }

  private static List<String> script(long seed) {
    return List.of(new RandomFaults(seed, LENGTH, CONTRACTS, FaultWord.SKEW).script(FAULTS));
  }

  private static void assertAddsUp(SocketRun run, String what) throws Exception {
    FeedRecordDeserializer deserializer = new FeedRecordDeserializer();
    deserializer.open();
    try (AnalyticsHarness analytics = new AnalyticsHarness(Duration.ofMinutes(1))) {
      List<FeedRecord> records = new ArrayList<>();
      for (FeedMessage message : run.messages()) {
        if (message instanceof FeedEvent event) {
          deserializer.event(event, (record, time) -> records.add(record));
        } else if (message instanceof FeedMessage.Frame frame) {
          deserializer.frame(frame.frame(), (record, time) -> records.add(record));
        }
      }
      for (FeedRecord record : records) {
        if (record instanceof FeedRecord.Trade trade) {
          analytics.trade(trade.trade());
        }
      }
      analytics.watermark(Long.MAX_VALUE);
      assertThat(analytics.accepted()).as("counted; " + what).hasSizeGreaterThan(1000);
      assertThat(analytics.gaps()).as("gaps; " + what).isNotEmpty();
      Balance balance = Balance.of(run.server.tradesMade(), analytics.accepted(), analytics.gaps());
      balance.assertEven(what);
      assertThat(balance.filledLate()).as("in a gap row and yet counted; " + what).isZero();
    }
  }

  private static void assertNoSecrets(SocketRun run, String log, String what) {
    SimulatedAccount account = SimulatorSettings.DEFAULT_ACCOUNT;
    List<String> secrets = new ArrayList<>(run.server.approvalKeys());
    assertThat(secrets).as("approval keys; " + what).hasSizeGreaterThan(1);
    secrets.addAll(List.of(account.appKey(), account.appSecret()));
    List<String> ours = log.lines().filter(line -> !SERVER.matcher(line).find()).toList();
    assertThat(ours.stream().filter(line -> line.contains("org.java_websocket")))
        .as("the library does log; " + what)
        .anyMatch(line -> line.contains("matched frame"));
    String events = run.messages().stream().map(Object::toString).collect(Collectors.joining());
    assertThat(ours.stream().filter(line -> secrets.stream().anyMatch(line::contains)))
        .as("log lines that tell a secret; " + what)
        .allMatch(line -> RECEIVED.matcher(line).find());
    assertThat(secrets).as("secrets in events; " + what).noneMatch(events::contains);
  }
}
