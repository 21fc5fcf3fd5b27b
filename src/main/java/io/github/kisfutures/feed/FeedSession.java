package io.github.kisfutures.feed;

import io.github.kisfutures.market.ContractCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One app key, one session ({@code docs/feed.md}): approval key, connection, registrations,
 * liveness, reconnection. Gives frames and events to a {@link HandOff} and never gives up
 * reconnecting.
 *
 * <p>Thread-safe. A session that goes on after a restart of the job waits out its back-off before
 * it connects, so a restarting job makes no reconnect storm.
 */
public final class FeedSession implements AutoCloseable {
  private final SessionMachine machine;
  private final AtomicBoolean started = new AtomicBoolean();

  /**
   * A session, not yet started.
   *
   * @param name name of the session in receipts, events and messages
   * @param credentials the app key; stays inside
   * @param contracts short codes to register, at least one; the same one twice counts once
   * @param past its life before a restart of the job: the restarts are for {@code
   *     Receipt.connection(restarts, attempt)}, in which the first connection that opens has
   *     attempt 1; after one, a refused app key is not fatal
   * @param settings options
   * @param environment what it touches; not closed by the session
   * @param handOff where frames and events go; not closed by the session
   * @throws IllegalArgumentException if there is no contract, or one is not a short code
   */
  public FeedSession(
      String name,
      Credentials credentials,
      List<String> contracts,
      SessionPast past,
      FeedSettings settings,
      FeedEnvironment environment,
      HandOff handOff) {
    if (contracts.isEmpty()) {
      throw new IllegalArgumentException(
          "Session " + name + " has no contract; feed.contracts must name at least one");
    }
    contracts.forEach(ContractCode::require);
    machine =
        new SessionMachine(name, credentials, contracts, past, settings, environment, handOff);
  }

  /** Begins; returns at once. A second call does nothing. */
  public void start() {
    start(Duration.ZERO);
  }

  /**
   * Begins after a delay, so that sessions which start together do not all connect at once; returns
   * at once. A second call does nothing.
   */
  public void start(Duration delay) {
    if (started.compareAndSet(false, true)) {
      machine.start(delay);
    }
  }

  /**
   * Ends the session and its connection, and releases the read thread; returns at once. Idempotent.
   * No event tells of it, and what was handed off before stays there.
   */
  @Override
  public void close() {
    machine.close();
  }

  /** Where the session stands. */
  public SessionState state() {
    return machine.state();
  }

  /** Its numbers up to now. */
  public SessionStatistics statistics() {
    return machine.statistics();
  }

  /**
   * A failure that trying again cannot mend, or null: KIS refused the app key before this session
   * was ever live, or called a request malformed. The consumer must throw it. The session is closed
   * then; an event comes after the failure is set, so a waiting consumer wakes up.
   */
  public @Nullable FeedException fatalFailure() {
    return machine.fatalFailure();
  }
}
