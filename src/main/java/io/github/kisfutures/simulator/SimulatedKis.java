package io.github.kisfutures.simulator;

import io.github.kisfutures.market.StockFuturesTrade;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The simulated KIS without its sockets: what is decided about approvals, connections, messages and
 * frames. Sockets, or a test, bring the connections. Thread-safe.
 */
final class SimulatedKis {
  private final Faults faults;
  private final InstantSource clock;
  private final Journal journal;
  private final ApprovalKeys keys;
  private final ApprovalDesk approvals;
  private final Audience audience;
  private final Disturbances disturbances;
  private final Pacing pacing;
  private final Conversation conversation;
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();

  /**
   * How a handshake is answered.
   *
   * @param kind with what
   * @param delay after how long
   */
  record Handshake(Kind kind, Duration delay) {
    enum Kind {
      RIGHT,
      /** The connection ends instead. */
      DROPPED,
      /** With something that is no WebSocket's. */
      WRONG
    }
  }

  SimulatedKis(
      SimulatorSettings settings, FrameSource source, FaultPlan plan, InstantSource clock) {
    this.clock = clock;
    this.faults = new Faults(plan, new SessionNumbers(settings.accounts()));
    this.journal = new Journal(settings.retention());
    this.keys = new ApprovalKeys(settings.approvalLifetime(), UUID::randomUUID);
    this.approvals = new ApprovalDesk(settings.accounts(), keys, faults);
    this.audience = new Audience(journal, faults);
    this.disturbances = new Disturbances(faults, audience, keys);
    this.pacing = new Pacing(source, audience, disturbances, journal, settings, clock);
    SessionSlots slots = new SessionSlots();
    SubscriptionDesk desk = new SubscriptionDesk(keys, slots, settings);
    this.conversation = new Conversation(desk, slots, keys, faults, settings.slotHold());
  }

  /** The answer to a request for an approval key. */
  ApprovalDesk.Answer approval(String body) {
    return approvals.answer(body, now());
  }

  /** A TCP connection arrives; its number, or 0 if it is refused. */
  int connect() {
    int number = arrived.incrementAndGet();
    List<Fault> struck = faults.on(FaultEvent.CONNECT, now(), number, null, null);
    boolean refused = disturbances.closedAt(now()) || Faults.find(FaultWord.REFUSE, struck) != null;
    return refused ? 0 : number;
  }

  /** A handshake arrives on a connection. */
  Handshake handshake(int number) {
    List<Fault> struck = faults.on(FaultEvent.HANDSHAKE, now(), number, null, null);
    Fault slow = Faults.find(FaultWord.SLOW_ACCEPT, struck);
    Handshake.Kind kind = Handshake.Kind.RIGHT;
    if (Faults.find(FaultWord.WRONG_HANDSHAKE, struck) != null) {
      kind = Handshake.Kind.WRONG;
    } else if (Faults.find(FaultWord.DROP_HANDSHAKE, struck) != null) {
      kind = Handshake.Kind.DROPPED;
    }
    return new Handshake(kind, slow == null ? Duration.ZERO : slow.time());
  }

  /** A connection whose handshake is answered as decided. */
  ClientSession session(int number, ClientLine line, Handshake handshake) {
    Instant now = now();
    ClientSession session = new ClientSession(number, line, now);
    if (!handshake.delay().isZero()) {
      session.writeFrom(now.plus(handshake.delay()));
      line.stopWriting();
    }
    return session;
  }

  /** The WebSocket is open, or will be once the handshake is written. */
  void opened(ClientSession session) {
    opened.incrementAndGet();
    audience.add(session);
  }

  /** A text message came. */
  void received(ClientSession session, String text) {
    conversation.received(session, text, now());
  }

  /** A WebSocket PONG came. */
  void pong(ClientSession session) {
    conversation.pong(session, now());
  }

  /** The connection has ended. */
  void ended(ClientSession session) {
    conversation.ended(session, now());
    audience.remove(session);
  }

  /** Connections opened since the start. */
  int connectionsOpened() {
    return opened.get();
  }

  /** Hands a frame out; to how many. */
  int push(String frame) {
    return audience.deliver(frame, FrameContracts.of(frame), now());
  }

  Audience audience() {
    return audience;
  }

  Pacing pacing() {
    return pacing;
  }

  ApprovalKeys keys() {
    return keys;
  }

  List<SentFrame> sentFrames() {
    return journal.frames();
  }

  List<StockFuturesTrade> tradesMade() {
    return journal.trades();
  }

  @Nullable RuntimeException sourceFailure() {
    return pacing.failure();
  }

  private Instant now() {
    return clock.instant();
  }
}
