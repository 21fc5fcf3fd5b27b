package io.github.kisfutures.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told, and the ticks of one simulator. */
final class VirtualTime implements InstantSource, TickScheduler {
  static final Instant START = Instant.parse("2026-07-10T00:16:39Z");

  private volatile Instant now = START;
  private Runnable tick = () -> {};

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Handle every(Duration period, Runnable repeated) {
    tick = repeated;
    return () -> tick = () -> {};
  }

  void pass(Duration duration) {
    now = now.plus(duration);
    tick.run();
  }

  KisSimulator simulator(SimulatorSettings settings, FrameSource source) {
    return new KisSimulator(settings, source, FaultPlan.NONE, this, this);
  }
}
