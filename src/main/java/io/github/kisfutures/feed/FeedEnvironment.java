package io.github.kisfutures.feed;

import java.time.InstantSource;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Everything outside that a session touches, so that tests can stand in for it.
 *
 * @param clock wall clock for receive times and events
 * @param scheduler runs the session's transitions; not closed by the session
 * @param approvals where approval keys come from
 * @param transports where connections come from
 * @param random jitter
 */
public record FeedEnvironment(
    InstantSource clock,
    SessionScheduler scheduler,
    ApprovalClient approvals,
    WebSocketTransport.Factory transports,
    RandomGenerator random)
    implements AutoCloseable {

  /**
   * The real world: system clock, a daemon thread, HTTP and Java-WebSocket. Close it after its
   * session.
   *
   * @param settings where the approval endpoint is
   * @param name name of the session; the thread is named after it
   */
  public static FeedEnvironment live(FeedSettings settings, String name) {
    return new FeedEnvironment(
        InstantSource.system(),
        new SingleThreadScheduler("kis-session-" + name),
        new HttpApprovalClient(settings.restUrl()),
        JavaWebSocketTransport::open,
        new Random());
  }

  FeedEnvironment withScheduler(SessionScheduler scheduler) {
    return new FeedEnvironment(clock, scheduler, approvals, transports, random);
  }

  /** Closes the scheduler. */
  @Override
  public void close() {
    scheduler.close();
  }
}
