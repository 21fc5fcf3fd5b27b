package io.github.kisfutures.feed;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.wire.ControlMessage;
import io.github.kisfutures.wire.SubscriptionRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The session's state machine. Every transition runs on the session's scheduler; what other threads
 * may call stands first.
 *
 * <pre>
 * NEW -> AUTHORISING -> CONNECTING -> SUBSCRIBING -> LIVE      any -> CLOSED
 *             ^  |           |              |          |
 *             |  v           v              v          v
 *             BACKING_OFF, STALLED or IN_USE_WAIT, then again
 * </pre>
 */
final class SessionMachine
    implements Authorisation.Owner, SessionConnection.Owner, Registrations.Owner {
  /** From the attempt to the end of the WebSocket handshake. */
  static final Duration OPENING_LIMIT = Duration.ofSeconds(20);

  /** What a WebSocket library reports for an end without a close handshake. */
  private static final int ABNORMAL = 1006;

  private final SessionContext context;
  private final Credentials credentials;
  private final SessionPast past;
  private final SessionEvents events;
  private final Authorisation authorisation;
  private final Registrations registrations;
  private final IdleWatch idleWatch;
  private final Reconnection reconnection;

  /** Read by any thread; written under this. */
  private volatile SessionState state = SessionState.NEW;

  /** Read by any thread. */
  private volatile @Nullable FeedException fatalFailure;

  private @Nullable ApprovalKey approvalKey;
  private @Nullable SessionConnection connection;
  private @Nullable WebSocketTransport transport;

  /** Ends the state that is limited in time: a wait, or the opening of a connection. */
  private SessionScheduler.@Nullable Cancellable stateTimer;

  private boolean everLive;
  private boolean interrupted;

  SessionMachine(
      String name,
      Credentials credentials,
      List<String> contracts,
      SessionPast past,
      FeedSettings settings,
      FeedEnvironment environment,
      HandOff handOff) {
    this.credentials = credentials;
    this.past = past;
    SessionScheduler guarded =
        new GuardedScheduler(environment.scheduler(), this::failedInternally);
    this.context =
        new SessionContext(
            name, settings, environment.withScheduler(guarded), handOff, new SessionCounters());
    this.events = new SessionEvents(context);
    this.authorisation = new Authorisation(context, credentials, this);
    this.registrations = new Registrations(context, events, new SubscriptionBook(contracts), this);
    this.idleWatch = new IdleWatch(context, this::idle);
    this.reconnection = new Reconnection(context, past);
    events.redact(secrets());
  }

  SessionState state() {
    return state;
  }

  SessionStatistics statistics() {
    return context.counters().snapshot(state, reconnection.progress());
  }

  @Nullable FeedException fatalFailure() {
    return fatalFailure;
  }

  void start(Duration delay) {
    context.scheduler().execute(delay.isZero() ? this::begin : () -> beginAfter(delay));
  }

  private void beginAfter(Duration delay) {
    if (state != SessionState.CLOSED) {
      limitState(delay, this::begin);
    }
  }

  void close() {
    enter(SessionState.CLOSED);
    try {
      context.scheduler().execute(this::release);
    } catch (RejectedExecutionException e) {
      // the scheduler is closed already: nothing else runs
      release();
    }
  }

  // ---- waiting, authorising, connecting

  private void begin() {
    if (state == SessionState.CLOSED) {
      return;
    }
    if (past.restored()) {
      waitIn(SessionState.BACKING_OFF, reconnection.afterRestart());
    } else {
      authorise();
    }
  }

  private void waitIn(SessionState waiting, Duration delay) {
    enter(waiting);
    limitState(delay, this::attempt);
  }

  /** A consumer that stands still gets no new connections, or their events would pile up. */
  private void attempt() {
    if (context.handOff().isFull()) {
      limitState(context.settings().reconnect().initialDelay(), this::attempt);
    } else {
      authorise();
    }
  }

  private void authorise() {
    enter(SessionState.AUTHORISING);
    authorisation.begin();
  }

  @Override
  public void authorised(ApprovalKey key) {
    if (state == SessionState.CLOSED) {
      return;
    }
    approvalKey = key;
    events.redact(secrets());
    connect();
  }

  @Override
  public void notAuthorised(ApprovalException failure) {
    if (failure.refused() && !everLive && !past.restored()) {
      failFatally(failure, FeedEvent.Kind.APPROVAL_FAILED, failure.code());
      return;
    }
    events.happened(
        FeedEvent.Kind.APPROVAL_FAILED, null, failure.code(), String.valueOf(failure.getMessage()));
    waitIn(SessionState.BACKING_OFF, reconnection.afterFailure(Duration.ZERO));
  }

  private void connect() {
    enter(SessionState.CONNECTING);
    int attempt = context.counters().connectionsOpened.get() + 1;
    SessionConnection next =
        new SessionConnection(
            context, this, Receipt.connection(past.restarts(), attempt), secrets());
    connection = next;
    limitState(OPENING_LIMIT, this::notOpenInTime);
    try {
      transport = context.environment().transports().open(context.settings().webSocketUrl(), next);
    } catch (RuntimeException e) {
      lost(null, "the connection could not be made (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void notOpenInTime() {
    lost(null, "the connection was not open within " + Durations.text(OPENING_LIMIT));
  }

  // ---- what the connection tells

  @Override
  public void opened(SessionConnection from) {
    if (from != connection) {
      return;
    }
    cancelStateTimer();
    context.counters().connectionsOpened.incrementAndGet();
    enter(SessionState.SUBSCRIBING);
    idleWatch.begin(from.liveness());
    registrations.begin(from.liveness());
  }

  /** The echo is the identical text ({@code docs/feed.md}, "Liveness"). */
  @Override
  public void pingPong(SessionConnection from, String text) {
    if (from == connection) {
      send(text);
    }
  }

  @Override
  public void replied(SessionConnection from, ControlMessage.Reply reply, HandOff.Place place) {
    events.at(
        place,
        () -> {
          if (from == connection) {
            obey(reply);
          }
        });
  }

  private void obey(ControlMessage.Reply reply) {
    switch (reply.meaning()) {
      case REGISTERED -> registrations.registered(reply);
      case CONTRACT_REFUSED -> registrations.refused(reply);
      case RETRY_CONTRACT, UNKNOWN_FAILURE -> registrations.failed(reply);
      case UNREGISTERED -> registrations.unregistered(reply);
      case APPROVAL_REFUSED -> approvalRefused(reply);
      case KEY_IN_USE -> keyInUse(reply);
      case REQUEST_MALFORMED -> requestMalformed(reply);
    }
  }

  private void approvalRefused(ControlMessage.Reply reply) {
    events.happened(
        FeedEvent.Kind.APPROVAL_FAILED,
        null,
        reply.code(),
        "KIS does not accept the approval key: " + reply.message());
    authorisation.discard();
    lost(
        SessionState.BACKING_OFF,
        inUseDelay(),
        null,
        "closed to come back with a new approval key");
  }

  private void keyInUse(ControlMessage.Reply reply) {
    events.happened(
        FeedEvent.Kind.IN_USE,
        null,
        reply.code(),
        "another session holds the app key: " + reply.message());
    authorisation.discard();
    lost(SessionState.IN_USE_WAIT, inUseDelay(), null, "closed because the app key is in use");
  }

  private void requestMalformed(ControlMessage.Reply reply) {
    String said = events.clean(reply.code() + " " + reply.message());
    failFatally(
        new FeedException(
            "Session "
                + context.name()
                + ": KIS calls a request malformed ("
                + said
                + "), which is a fault of this program; please report it"),
        FeedEvent.Kind.PROTOCOL_ERROR,
        reply.code());
  }

  @Override
  public void closed(SessionConnection from, int code, String reason, boolean remote) {
    if (from != connection) {
      return;
    }
    String what;
    if (!state.isConnected()) {
      what = "the connection could not be made";
    } else if (code == ABNORMAL) {
      what = "the connection ended without a close handshake";
    } else {
      what = remote ? "the server closed the connection" : "the connection was closed";
    }
    lost(code < 0 ? null : Integer.toString(code), reason.isEmpty() ? what : what + ": " + reason);
  }

  // ---- what the registrations tell

  @Override
  public void request(String contract) {
    ApprovalKey key = approvalKey;
    if (key != null) {
      String customer = context.settings().customerType();
      send(SubscriptionRequest.subscribe(key.value(), customer, contract).toJson());
    }
  }

  @Override
  public void settled(int registered, int contracts) {
    enter(SessionState.LIVE);
    reconnection.live();
    everLive = true;
    if (interrupted) {
      interrupted = false;
      events.happened(
          FeedEvent.Kind.RESUMED,
          null,
          null,
          registered + " of " + contracts + " contracts registered");
    }
  }

  @Override
  public boolean approvalKeyServes() {
    ApprovalKey key = approvalKey;
    return key != null && key.isUsable(context.nowMillis());
  }

  /** One report says that an expired approval key got no reply at all, so the next one is new. */
  @Override
  public void noReplies(String contract) {
    authorisation.discard();
    stalled(
        contract,
        "no reply to the registration within " + Durations.text(context.settings().ackTimeout()));
  }

  private void idle() {
    stalled(null, "no frame within " + Durations.text(context.settings().idleTimeout()));
  }

  // ---- the end of a connection

  private void stalled(@Nullable String contract, String detail) {
    events.happened(FeedEvent.Kind.STALLED, contract, null, detail);
    lost(SessionState.STALLED, Duration.ZERO, null, "closed because it was mute");
  }

  private void lost(@Nullable String code, String detail) {
    lost(SessionState.BACKING_OFF, Duration.ZERO, code, detail);
  }

  /** The connection is over; waits in the given state, at least for the floor, then tries again. */
  private void lost(SessionState waiting, Duration floor, @Nullable String code, String detail) {
    reconnection.lost();
    endConnection(code, detail);
    waitIn(waiting, reconnection.afterFailure(floor));
  }

  private void endConnection(@Nullable String code, String detail) {
    release();
    interrupted = true;
    events.disconnected(code, detail);
  }

  /** Lets go of everything that runs. */
  private void release() {
    cancelStateTimer();
    authorisation.stop();
    registrations.stop();
    idleWatch.stop();
    SessionConnection ended = connection;
    connection = null;
    if (ended != null && ended.seal() && state == SessionState.CONNECTING) {
      // it opened, but that news had not come here yet; its number is used up
      context.counters().connectionsOpened.incrementAndGet();
    }
    WebSocketTransport open = transport;
    transport = null;
    if (open != null) {
      open.close();
    }
  }

  /** The failure is set before its event, so a consumer that is woken by the event sees it. */
  private void failFatally(FeedException failure, FeedEvent.Kind kind, @Nullable String code) {
    fatalFailure = failure;
    events.happened(kind, null, code, String.valueOf(failure.getMessage()));
    boolean wasConnected = connection != null;
    release();
    enter(SessionState.CLOSED);
    if (wasConnected) {
      events.disconnected(null, "closed after a fatal failure");
    }
  }

  /**
   * A task threw: the message of what it threw may hold a secret, so only its type and place stay.
   */
  private void failedInternally(RuntimeException e) {
    FeedException failure =
        new FeedException(
            "Session "
                + context.name()
                + " failed by a fault of this program ("
                + e.getClass().getSimpleName()
                + "); please report it");
    failure.setStackTrace(e.getStackTrace());
    failFatally(failure, FeedEvent.Kind.PROTOCOL_ERROR, null);
  }

  // ---- small things

  private void send(String text) {
    WebSocketTransport open = transport;
    if (open != null) {
      open.send(text);
    }
  }

  /** From CLOSED there is no way back, whichever thread comes first. */
  private synchronized void enter(SessionState next) {
    if (state != SessionState.CLOSED) {
      state = next;
    }
  }

  private void limitState(Duration limit, Runnable onLimit) {
    cancelStateTimer();
    stateTimer = context.scheduler().schedule(limit, onLimit);
  }

  private void cancelStateTimer() {
    if (stateTimer != null) {
      stateTimer.cancel();
      stateTimer = null;
    }
  }

  private Duration inUseDelay() {
    return context.settings().reconnect().inUseDelay();
  }

  private List<String> secrets() {
    ApprovalKey key = approvalKey;
    return key == null
        ? List.of(credentials.appKey(), credentials.appSecret())
        : List.of(credentials.appKey(), credentials.appSecret(), key.value());
  }
}
