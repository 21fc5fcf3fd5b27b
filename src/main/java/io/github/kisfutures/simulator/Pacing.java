package io.github.kisfutures.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets time pass for the simulator: at every tick the frames due are handed out and idle streams
 * are probed. The one class here that owns time, both injected.
 */
final class Pacing {
  private static final Logger LOG = LoggerFactory.getLogger(Pacing.class);
  private static final Duration TICK = Duration.ofMillis(10);

  /** Frames queued for a client at which a source that can wait does so. */
  private static final int LONGEST_BACKLOG = 4096;

  /** Frames queued for a client at which a market, which cannot wait, gives the client up. */
  private static final int HOPELESS_BACKLOG = 65_536;

  private final FrameSource source;
  private final Audience audience;
  private final Disturbances disturbances;
  private final Journal journal;
  private final SimulatorSettings settings;
  private final InstantSource clock;
  private TickScheduler.@Nullable Handle ticks;
  private @Nullable Instant pausedSince;
  private @Nullable RuntimeException failure;

  Pacing(
      FrameSource source,
      Audience audience,
      Disturbances disturbances,
      Journal journal,
      SimulatorSettings settings,
      InstantSource clock) {
    this.source = source;
    this.audience = audience;
    this.disturbances = disturbances;
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
  }

  synchronized void start(TickScheduler scheduler) {
    Instant now = clock.instant();
    source.begin(now);
    disturbances.begin(now);
    if (pausedSince != null) {
      pausedSince = now;
    }
    ticks = scheduler.every(TICK, this::tick);
  }

  private synchronized void tick() {
    Instant now = clock.instant();
    disturbances.strike(now, source);
    try {
      if (pausedSince == null && failure == null) {
        handOut(now);
      }
    } catch (RuntimeException e) {
      // an exception would end the repetition, and with it PINGPONG
      failure = e;
      LOG.error("the simulator has no more frames: {}", e.getMessage());
      LOG.debug("where it failed", e);
    }
    audience.attend(settings.pingPongInterval(), settings.pingPongDeadline(), now);
  }

  private void handOut(Instant now) {
    if (source.waitsForReaders() && audience.backlog() > LONGEST_BACKLOG) {
      return;
    }
    List<FrameSource.DueFrame> due = source.due(now, audience.registrations());
    for (FrameSource.DueFrame frame : due) {
      journal.made(frame.trades());
      audience.deliver(frame.text(), frame.contracts(), now);
    }
    if (!due.isEmpty() && !source.waitsForReaders()) {
      audience.cutSlow(HOPELESS_BACKLOG);
    }
  }

  /** Lets the source stand still. */
  synchronized void pause() {
    if (pausedSince == null) {
      pausedSince = clock.instant();
    }
  }

  /** Lets the source go on from where it stood still. */
  synchronized void resume() {
    if (pausedSince != null) {
      Instant now = clock.instant();
      if (ticks != null) {
        source.halt(Duration.between(pausedSince, now));
      }
      pausedSince = null;
    }
  }

  /** Whether no frame will come from the source any more. */
  synchronized boolean ended() {
    return failure != null || source.ended();
  }

  /** Why the source stopped before its end, or null. */
  synchronized @Nullable RuntimeException failure() {
    return failure;
  }

  void stop() {
    TickScheduler.Handle running;
    synchronized (this) {
      running = ticks;
    }
    if (running != null) {
      running.close();
      source.close();
    }
  }
}
