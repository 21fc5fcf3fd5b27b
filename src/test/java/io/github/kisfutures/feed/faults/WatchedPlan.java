package io.github.kisfutures.feed.faults;

import io.github.kisfutures.simulator.Fault;
import io.github.kisfutures.simulator.FaultEvent;
import io.github.kisfutures.simulator.FaultPlan;
import io.github.kisfutures.simulator.Happening;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A plan whose events a test can look at. */
final class WatchedPlan implements FaultPlan {
  private final FaultPlan plan;
  private final List<Happening> happenings = new CopyOnWriteArrayList<>();

  WatchedPlan(FaultPlan plan) {
    this.plan = plan;
  }

  @Override
  public void begin(Instant now) {
    plan.begin(now);
  }

  @Override
  public List<Fault> tick(Instant now) {
    return plan.tick(now);
  }

  @Override
  public List<Fault> on(Happening happening) {
    happenings.add(happening);
    return plan.on(happening);
  }

  /** How often it happened. */
  long count(FaultEvent event) {
    return happenings.stream().filter(happening -> happening.event() == event).count();
  }
}
