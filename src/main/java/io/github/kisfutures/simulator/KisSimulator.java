package io.github.kisfutures.simulator;

import io.github.kisfutures.market.StockFuturesTrade;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A server, on loopback unless told otherwise, that speaks the KIS protocol ({@code docs/feed.md}):
 * approval keys over HTTP, subscriptions, PINGPONG and data frames over a WebSocket. Its market
 * goes on trading whether or not anybody listens, so a client that is away misses trades.
 * Thread-safe.
 */
public final class KisSimulator implements AutoCloseable {
  private final SimulatorSettings settings;
  private final TickScheduler scheduler;
  private final SimulatedKis kis;
  private final KisWebSocketServer webSocket;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile @Nullable ApprovalEndpoint approvals;

  /**
   * A simulator with everything chosen; the factory methods choose for the common cases.
   *
   * @param source where data frames come from; the simulator closes it
   * @param faults where the simulator misbehaves
   * @param clock the time of trades and messages
   * @param scheduler what lets time pass
   */
  public KisSimulator(
      SimulatorSettings settings,
      FrameSource source,
      FaultPlan faults,
      InstantSource clock,
      TickScheduler scheduler) {
    this.settings = settings;
    this.scheduler = scheduler;
    this.kis = new SimulatedKis(settings, source, faults, clock);
    this.webSocket = new KisWebSocketServer(settings.webSocketAddress(), kis);
  }

  /** A simulator of a market in real time. */
  public static KisSimulator withMarket(SimulatorSettings settings, MarketSettings market) {
    return of(settings, FrameSource.market(market));
  }

  /** A simulator without a market: data frames are pushed by hand. */
  public static KisSimulator withoutMarket(SimulatorSettings settings) {
    return of(settings, FrameSource.none());
  }

  /**
   * A simulator that sends the frames of a capture.
   *
   * @throws IllegalArgumentException with one sentence, if there is no capture, or its first line
   *     is none
   */
  public static KisSimulator replaying(SimulatorSettings settings, CaptureReplay replay) {
    return of(settings, FrameSource.replay(replay));
  }

  /** A simulator of any source in real time, without faults. */
  public static KisSimulator of(SimulatorSettings settings, FrameSource source) {
    return of(settings, source, FaultPlan.NONE);
  }

  /** A simulator of any source in real time that misbehaves as planned. */
  public static KisSimulator of(SimulatorSettings settings, FrameSource source, FaultPlan faults) {
    return new KisSimulator(
        settings, source, faults, InstantSource.system(), TickScheduler.realTime());
  }

  /**
   * Listens, and lets the market trade. Call it once.
   *
   * @return this
   * @throws UncheckedIOException with one sentence, if a port is taken
   * @throws IllegalStateException if it was started before
   */
  public KisSimulator start() {
    if (started.getAndSet(true)) {
      throw new IllegalStateException("a simulator can be started once; make a new one");
    }
    webSocket.listen();
    try {
      approvals = new ApprovalEndpoint(settings.restAddress(), kis);
      kis.pacing().start(scheduler);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    return this;
  }

  /** Address of the WebSocket, as {@code ws://127.0.0.1:21000}; after {@link #start}. */
  public URI webSocketUri() {
    return webSocket.uri();
  }

  /**
   * Base address of the approval endpoint, as {@code http://127.0.0.1:9443}; after {@link #start}.
   */
  public URI restUri() {
    ApprovalEndpoint endpoint = approvals;
    if (endpoint == null) {
      throw new IllegalStateException("start the simulator before asking for its address");
    }
    return endpoint.uri();
  }

  /**
   * Sends a frame, as it is, to every connection that registered one of its contracts; where the
   * contracts cannot be told, to every connection that registered anything.
   *
   * @return number of connections it was handed to
   */
  public int pushFrame(String rawText) {
    return kis.push(rawText);
  }

  /**
   * Ends all TCP connections without a close handshake; clients see 1006.
   *
   * @return number of connections ended
   */
  public int dropConnections() {
    return kis.audience().cutAll();
  }

  /** Lets the market (or replay) stand still; before {@link #start} it begins so. */
  public void pause() {
    kis.pacing().pause();
  }

  /** Lets the market (or replay) go on. */
  public void resume() {
    kis.pacing().resume();
  }

  /** Makes all approval keys invalid; sessions that registered with one go on. */
  public void revokeApprovals() {
    kis.keys().revoke();
  }

  /** Every data frame handed to a connection since the start, in order; empty without retention. */
  public List<SentFrame> sentFrames() {
    return kis.sentFrames();
  }

  /** Every trade of the market since the start, in order; empty without retention. */
  public List<StockFuturesTrade> tradesMade() {
    return kis.tradesMade();
  }

  /** Connections open at the moment. */
  public int openConnections() {
    return kis.audience().size();
  }

  /** Connections opened since the start. */
  public int connectionsAccepted() {
    return kis.connectionsOpened();
  }

  /** Approval keys given since the start. */
  public int approvalsGiven() {
    return kis.keys().given().size();
  }

  /** The approval keys given since the start, in order; for tests that look for leaks. */
  public List<String> approvalKeys() {
    return kis.keys().given();
  }

  /** Contracts registered at the moment, by app key. */
  public Map<String, Set<String>> subscriptions() {
    return kis.audience().subscriptions();
  }

  /** Whether the source has no more frames: a replay came to its end, or failed. */
  public boolean sourceEnded() {
    return kis.pacing().ended();
  }

  /** Why the source stopped before its end, such as an unreadable capture; null if it did not. */
  public @Nullable RuntimeException sourceFailure() {
    return kis.sourceFailure();
  }

  /** Stops trading, closes all connections and stops listening. */
  @Override
  public void close() {
    kis.pacing().stop();
    webSocket.shutDown();
    ApprovalEndpoint endpoint = approvals;
    if (endpoint != null) {
      endpoint.close();
    }
  }
}
