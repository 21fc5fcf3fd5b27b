package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.analytics.bars.AnalyticsHarness;
import io.github.kisfutures.analytics.continuity.Gap;
import io.github.kisfutures.feed.BackoffProgress;
import io.github.kisfutures.feed.Credentials;
import io.github.kisfutures.feed.FeedEnvironment;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.feed.FeedSession;
import io.github.kisfutures.feed.FeedSettings;
import io.github.kisfutures.feed.HandOff;
import io.github.kisfutures.feed.ManualScheduler;
import io.github.kisfutures.feed.SessionPast;
import io.github.kisfutures.feed.SessionState;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.reference.ComparedRows;
import io.github.kisfutures.reference.RecordRows;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.MemoryKis;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.FeedRecordDeserializer;
import io.github.kisfutures.source.RecordOutput;
import io.github.kisfutures.source.RejectedFrame;
import io.github.kisfutures.source.watermarks.BelievedClock;
import io.github.kisfutures.source.watermarks.SessionWatermark;
import io.github.kisfutures.source.watermarks.WatermarkSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.jspecify.annotations.Nullable;

/**
 * A feed against a simulator that misbehaves, in virtual time: session, decoder, watermarks,
 * continuity and bars as in the job.
 */
final class FaultRun implements AutoCloseable {
  static final Duration WINDOW = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMillis(200);

  final ManualScheduler time;
  final MemoryKis kis;
  final List<FeedEvent> events = new ArrayList<>();
  final List<RejectedFrame> rejected = new ArrayList<>();
  private final FaultScenario scenario;
  private final List<FeedSession> sessions = new ArrayList<>();
  private final List<HandOff> handOffs = new ArrayList<>();
  private final WireTap wire;
  private final FeedRecordDeserializer deserializer = new FeedRecordDeserializer();
  private final AnalyticsHarness analytics;
  private final SessionWatermark watermarks =
      new SessionWatermark(
          new WatermarkSettings(Duration.ofSeconds(2), Duration.ofSeconds(5)),
          new BelievedClock(Duration.ofSeconds(5)));
  private final WatermarkOutput toAnalytics = new ToAnalytics();
  private long watermark = Long.MIN_VALUE;
  private long largestEventTime;
  private int restarts;

  FaultRun(FaultScenario scenario, ManualScheduler time, MemoryKis kis) throws Exception {
    this.scenario = scenario;
    this.time = time;
    this.kis = kis;
    this.wire = new WireTap(kis, time);
    this.analytics = new AnalyticsHarness(WINDOW);
    deserializer.open();
    openSessions(List.of());
  }

  private void openSessions(List<BackoffProgress> checkpoint) {
    int number = 0;
    for (SimulatedAccount account : scenario.accounts()) {
      HandOff handOff = new HandOff(scenario.settings().queueCapacity(), time);
      FeedSession session =
          new FeedSession(
              "session-" + ++number,
              new Credentials(account.appKey(), account.appSecret()),
              scenario.contracts(),
              new SessionPast(
                  restarts,
                  number <= checkpoint.size() ? checkpoint.get(number - 1) : BackoffProgress.NONE),
              scenario.settings(),
              new FeedEnvironment(time, time, kis, wire, random(number)),
              handOff);
      sessions.add(session);
      handOffs.add(handOff);
      session.start(scenario.settings().subscribeInterval().multipliedBy(number - 1));
    }
  }

  /** Of its own for every session; plain Random begins alike for seeds that are alike. */
  private RandomGenerator random(int number) {
    return new SplittableRandom(scenario.seed() * 1000 + number * 10L + restarts);
  }

  FeedSession session() {
    return sessions.get(0);
  }

  FeedSettings settings() {
    return scenario.settings();
  }

  /** Lets time pass; the job reads, and its watermark follows. */
  FaultRun pass(Duration duration) {
    for (Duration left = duration; left.compareTo(Duration.ZERO) > 0; left = left.minus(STEP)) {
      time.advance(left.compareTo(STEP) < 0 ? left : STEP);
      read();
    }
    return this;
  }

  FaultRun passSeconds(long seconds) {
    return pass(Duration.ofSeconds(seconds));
  }

  private void read() {
    List<FeedMessage> messages = new ArrayList<>();
    handOffs.forEach(handOff -> handOff.drainTo(messages, Integer.MAX_VALUE));
    for (FeedMessage message : messages) {
      if (message instanceof FeedEvent event) {
        deserializer.event(event, this::take);
      } else if (message instanceof FeedMessage.Frame frame) {
        largestEventTime = RecordOutput.NO_TIME;
        deserializer.frame(frame.frame(), this::take);
        watermarks.frame(largestEventTime, toAnalytics);
      }
    }
    watermarks.look(time.instant().toEpochMilli(), time.elapsedMillis(), toAnalytics);
  }

  private void take(FeedRecord taken, long eventTime) {
    largestEventTime = Math.max(largestEventTime, eventTime);
    if (taken instanceof FeedRecord.Happened happened) {
      events.add(happened.event());
    } else if (taken instanceof FeedRecord.Rejected rejection) {
      rejected.add(rejection.frame());
    } else if (taken instanceof FeedRecord.Trade trade) {
      unchecked(() -> analytics.trade(trade.trade()));
    }
  }

  /** The job stops and comes back: with its state, but with new sessions. */
  FaultRun restart(Duration down) {
    List<BackoffProgress> checkpoint =
        sessions.stream().map(session -> session.statistics().backoff()).toList();
    sessions.forEach(FeedSession::close);
    sessions.clear();
    handOffs.clear();
    time.advance(down);
    restarts++;
    openSessions(checkpoint);
    return this;
  }

  /** Everything that is open is reported. */
  private void finish() {
    unchecked(() -> analytics.watermark(Long.MAX_VALUE));
  }

  List<Gap> gaps() {
    return analytics.gaps();
  }

  List<StockFuturesTrade> accepted() {
    return analytics.accepted();
  }

  long duplicates() {
    return analytics.count("duplicates");
  }

  /**
   * All that must come out: exactly these events, and the bars, gaps and late trades of a
   * recomputation from what came over the wire, column by column. Only the causes of gaps are left
   * to {@link #assertGaps}: the wire does not tell them.
   */
  FaultRun assertOutcome(String... expectedEvents) {
    assertEvents(expectedEvents).assertRecomputed();
    assertThat(analytics.bars()).as("bars").isNotEmpty();
    return this;
  }

  /** All that must come out where no trade ever came: exactly these events, no bar and no gap. */
  FaultRun assertOutcomeWithoutTrades(String... expectedEvents) {
    assertEvents(expectedEvents).assertGaps().assertBars();
    return this;
  }

  /**
   * Exactly these events, each as kind, contract and code; where there are several sessions, with
   * the session before it.
   */
  FaultRun assertEvents(String... expected) {
    boolean alone = scenario.accounts().size() == 1;
    assertThat(
            events.stream().map(event -> alone ? text(event) : event.session() + " " + text(event)))
        .as("feed events")
        .containsExactly(expected);
    return this;
  }

  static String text(FeedEvent event) {
    return event.kind()
        + (event.contract() == null ? "" : " " + event.contract())
        + (event.code() == null ? "" : " " + event.code());
  }

  /** Exactly these trades were counted, by number, as {@code 1-10, 16-40}; each once. */
  FaultRun assertTrades(String contract, String ranges) {
    assertThat(Ranges.of(accepted(), contract)).as("trades of %s", contract).isEqualTo(ranges);
    return this;
  }

  /** Exactly these gaps were reported so far, in any order. */
  FaultRun assertGaps(Gap... expected) {
    assertThat(gaps()).as("gaps").containsExactlyInAnyOrder(expected);
    return this;
  }

  /**
   * So many contracts are missing in the bars, in the order of contract and time; all columns are
   * right; and no trade came too late.
   */
  FaultRun assertBars(long... missed) {
    return assertBarsAndLate(0, missed);
  }

  /** The same, where so many trades came too late for their bar. */
  FaultRun assertBarsAndLate(int late, long... missed) {
    ReferenceRun expected = assertRecomputed();
    assertThat(analytics.late()).as("late trades").hasSize(late);
    assertThat(expected.bars().stream().map(bar -> Long.parseLong(bar.get("missed_volume"))))
        .as("missed volume of the bars")
        .containsExactlyElementsOf(Arrays.stream(missed).boxed().toList());
    return this;
  }

  private ReferenceRun assertRecomputed() {
    finish();
    ReferenceRun expected = ReferenceRun.of(wire.lines(), WINDOW);
    ComparedRows.assertSame(ResultTable.BARS, expected.bars(), RecordRows.bars(analytics.bars()));
    ComparedRows.assertSame(
        ResultTable.GAPS, withoutCause(expected.gaps()), withoutCause(RecordRows.gaps(gaps())));
    assertThat(analytics.late().stream().map(late -> late.contract() + late.cumulativeVolume()))
        .as("late trades")
        .containsExactlyInAnyOrderElementsOf(
            expected.lateTicks().stream()
                .map(late -> late.get("contract") + late.get("cumulative_volume"))
                .toList());
    return expected;
  }

  private static List<Map<String, @Nullable String>> withoutCause(
      List<Map<String, @Nullable String>> gaps) {
    return gaps.stream()
        .map(
            gap -> {
              Map<String, @Nullable String> copy = new LinkedHashMap<>(gap);
              copy.remove("cause");
              return copy;
            })
        .toList();
  }

  /** Rejected frames, by reason. */
  FaultRun assertRejected(String... reasons) {
    assertThat(rejected.stream().map(frame -> frame.reason().name()))
        .as("rejected frames")
        .containsExactly(reasons);
    return this;
  }

  FaultRun assertDuplicates(long expected) {
    assertThat(duplicates()).as("duplicates").isEqualTo(expected);
    return this;
  }

  /** When connections were tried, in milliseconds since the start. */
  FaultRun assertAttempts(long... millis) {
    assertThat(kis.attempts())
        .as("connection attempts")
        .containsExactlyElementsOf(Arrays.stream(millis).boxed().toList());
    return this;
  }

  /**
   * To the contract, for every contract and date: what was counted, what gap rows say, and what
   * followed the last trade counted, together are what the market made. Nothing is counted twice.
   */
  FaultRun assertBalance() {
    Balance balance = balance();
    balance.assertEven("");
    assertThat(balance.filledLate()).as("in a gap row and yet counted").isZero();
    return this;
  }

  /** What became of every contract, after everything open is reported. */
  Balance balance() {
    finish();
    return Balance.of(kis.made(), accepted(), gaps());
  }

  long anomalies() {
    return analytics.count("anomalies");
  }

  List<SessionState> states() {
    return sessions.stream().map(FeedSession::state).toList();
  }

  /** No event, and nothing rejected, may hold a secret. */
  FaultRun assertNoSecrets() {
    return assertNoSecrets("");
  }

  /** Nor may the log. */
  FaultRun assertNoSecrets(String logged) {
    String said =
        logged
            + events.stream().map(FeedEvent::toString).collect(Collectors.joining("\n"))
            + rejected.stream().map(RejectedFrame::toString).collect(Collectors.joining("\n"));
    for (SimulatedAccount account : scenario.accounts()) {
      assertThat(said.contains(account.appKey())).as("app key shown").isFalse();
      assertThat(said.contains(account.appSecret())).as("app secret shown").isFalse();
    }
    for (String key : kis.approvalKeys()) {
      assertThat(said.contains(key)).as("approval key shown").isFalse();
    }
    return this;
  }

  @Override
  public void close() throws Exception {
    sessions.forEach(FeedSession::close);
    time.run();
    analytics.close();
  }

  private final class ToAnalytics implements WatermarkOutput {
    @Override
    public void emitWatermark(Watermark next) {
      if (next.getTimestamp() > watermark) {
        watermark = next.getTimestamp();
        unchecked(() -> analytics.watermark(watermark));
      }
    }

    @Override
    public void markIdle() {
      throw new IllegalStateException("the feed is never idle");
    }

    @Override
    public void markActive() {}
  }

  private interface Action {
    void run() throws Exception;
  }

  private static void unchecked(Action action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
