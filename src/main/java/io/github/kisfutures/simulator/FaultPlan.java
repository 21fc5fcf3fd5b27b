package io.github.kisfutures.simulator;

import java.time.Instant;
import java.util.List;

/**
 * Where a simulated KIS misbehaves. The simulator tells what happens and asks which faults strike;
 * an implementation (a script, a test) answers. Called from several threads at once, and must not
 * block.
 */
public interface FaultPlan {
  /** Always behaves. */
  FaultPlan NONE = new FaultPlan() {};

  /** The simulator starts now. Called once, before everything else. */
  default void begin(Instant now) {}

  /**
   * The faults that the clock brings. Called every few milliseconds, with a clock that does not run
   * backwards. Only faults that strike at once ({@link FaultWord#strikesAt()} is null) are of use;
   * they strike every open connection of their session.
   */
  default List<Fault> tick(Instant now) {
    return List.of();
  }

  /**
   * The faults that strike at an event: those whose {@link FaultWord#strikesAt()} it is, and those
   * that strike at once, which concern the event's connection, or all if it has none. Where a
   * connection is dropped, closed or half-open by an event, what was to be sent is not sent.
   */
  default List<Fault> on(Happening happening) {
    return List.of();
  }
}
