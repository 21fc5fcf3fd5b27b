package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.feed.Credentials;
import io.github.kisfutures.feed.FeedEnvironment;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.feed.FeedSession;
import io.github.kisfutures.feed.FeedSettings;
import io.github.kisfutures.feed.HandOff;
import io.github.kisfutures.feed.HttpApprovalClient;
import io.github.kisfutures.feed.JavaWebSocketTransport;
import io.github.kisfutures.feed.ManualScheduler;
import io.github.kisfutures.feed.ReconnectSettings;
import io.github.kisfutures.feed.SessionPast;
import io.github.kisfutures.feed.SessionState;
import io.github.kisfutures.simulator.FrameSource;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.simulator.TickScheduler;
import io.github.kisfutures.simulator.script.FaultScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A session and a simulator over real sockets, where only time is virtual: it stands still while a
 * test waits for what the sockets bring.
 */
final class SocketRun implements AutoCloseable {
  static final String SUBSCRIBED = "SUBSCRIBED 111V06 OPSP0000";
  private static final long PATIENCE_SECONDS = 30;
  private static final Duration STEP = Duration.ofMillis(500);
  private static final int STEPS_TO_CONNECT = 20;
  private static final Set<SessionState> CONNECTING =
      EnumSet.of(SessionState.AUTHORISING, SessionState.CONNECTING, SessionState.SUBSCRIBING);

  final ManualScheduler time = new ManualScheduler();
  final WatchedPlan plan;
  final KisSimulator server;
  final FeedSession session;
  final HandOff handOff;
  private final List<FeedMessage> messages = new ArrayList<>();
  private final List<String> frames = new ArrayList<>();

  SocketRun(String... script) {
    this(65_536, script);
  }

  SocketRun(int queueCapacity, String... script) {
    this(
        queueCapacity,
        new SteadyMarket(1, List.of(FaultScenario.CONTRACT)),
        List.of(FaultScenario.CONTRACT),
        script);
  }

  SocketRun(int queueCapacity, FrameSource market, List<String> contracts, String... script) {
    plan = new WatchedPlan(FaultScript.of("script", String.join("\n", script)));
    server =
        new KisSimulator(SimulatorSettings.defaults(), market, plan, time, this::every).start();
    FeedSettings settings =
        FeedSettings.defaults()
            .withServers(server.webSocketUri(), server.restUri())
            .withReconnect(
                new ReconnectSettings(
                    Duration.ofSeconds(5), Duration.ofMinutes(5), 0, Duration.ofSeconds(20)))
            .withQueueCapacity(queueCapacity);
    handOff = new HandOff(queueCapacity, time);
    SimulatedAccount account = SimulatorSettings.DEFAULT_ACCOUNT;
    session =
        new FeedSession(
            "session-1",
            new Credentials(account.appKey(), account.appSecret()),
            contracts,
            SessionPast.NONE,
            settings,
            new FeedEnvironment(
                time,
                time,
                new HttpApprovalClient(server.restUri()),
                JavaWebSocketTransport::open,
                new Random(1)),
            handOff);
    session.start();
  }

  private TickScheduler.Handle every(Duration period, Runnable tick) {
    time.schedule(
        period,
        () -> {
          tick.run();
          every(period, tick);
        });
    return () -> {};
  }

  /** Lets virtual time pass. */
  SocketRun advance(Duration duration) {
    time.advance(duration);
    return this;
  }

  SocketRun advanceSeconds(long seconds) {
    return advance(Duration.ofSeconds(seconds));
  }

  /** Waits, in real time, for what the sockets bring. */
  SocketRun await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      step();
    }
    return this;
  }

  private void step() {
    time.run();
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
  }

  /**
   * Lets virtual time pass in small steps, and the sockets keep up with it: they get some real time
   * in every step, and more while a connection is being made.
   */
  SocketRun pass(Duration duration) {
    for (Duration left = duration; left.compareTo(Duration.ZERO) > 0; left = left.minus(STEP)) {
      advance(STEP).step();
      for (int i = 0; i < STEPS_TO_CONNECT && CONNECTING.contains(session.state()); i++) {
        step();
      }
    }
    return this;
  }

  /** Waits until exactly this has happened, in this order; a frame is its text. */
  SocketRun awaitStory(String... expected) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (story().size() < expected.length && System.nanoTime() < deadline) {
      step();
    }
    assertThat(story()).containsExactly(expected);
    return this;
  }

  SocketRun awaitSubscribed() {
    return awaitStory("CONNECTED", SUBSCRIBED);
  }

  /** A second of the market, and its trade's arrival. */
  SocketRun trade() {
    int before = frames().size();
    advanceSeconds(1);
    return await("a frame", () -> frames().size() > before);
  }

  List<String> story() {
    drain();
    return messages.stream()
        .map(m -> m instanceof FeedEvent event ? FaultRun.text(event) : text(m))
        .toList();
  }

  /** All that came out of the session so far. */
  List<FeedMessage> messages() {
    drain();
    return messages;
  }

  List<String> frames() {
    drain();
    return frames;
  }

  private void drain() {
    int before = messages.size();
    handOff.drainTo(messages, Integer.MAX_VALUE);
    for (FeedMessage message : messages.subList(before, messages.size())) {
      if (message instanceof FeedMessage.Frame) {
        frames.add(text(message));
      }
    }
  }

  /** Waits until the read thread has to wait; nothing is drained meanwhile. */
  void awaitFull() {
    await("a full hand-off", handOff::isFull);
  }

  /** The text of a frame, from 0. */
  String frame(int index) {
    return frames.get(index);
  }

  /** The text of the n-th trade's frame. */
  String made(int number) {
    return io.github.kisfutures.wire.TradeEncoder.encode(
        List.of(server.tradesMade().get(number - 1)));
  }

  FeedEvent lastEvent(FeedEvent.Kind kind) {
    story();
    return messages.stream()
        .filter(FeedEvent.class::isInstance)
        .map(FeedEvent.class::cast)
        .filter(event -> event.kind() == kind)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static String text(FeedMessage message) {
    return ((FeedMessage.Frame) message).frame().text();
  }

  @Override
  public void close() {
    session.close();
    time.run();
    handOff.close();
    server.close();
  }
}
