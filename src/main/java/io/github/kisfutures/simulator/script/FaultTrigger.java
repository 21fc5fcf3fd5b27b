package io.github.kisfutures.simulator.script;

import io.github.kisfutures.simulator.FaultEvent;
import java.time.Duration;

/** What an entry of a fault script waits for. */
public sealed interface FaultTrigger {

  /**
   * A time, once.
   *
   * @param sinceStart how long after the simulator's start
   */
  record At(Duration sinceStart) implements FaultTrigger {}

  /**
   * A time, again and again.
   *
   * @param period the time between, and before the first
   */
  record Every(Duration period) implements FaultTrigger {}

  /**
   * An event.
   *
   * @param event what happens
   * @param number which one of them, from 1, or each so many
   * @param repeated whether it is each so many
   */
  record On(FaultEvent event, long number, boolean repeated) implements FaultTrigger {
    boolean fires(long count) {
      return repeated ? count % number == 0 : count == number;
    }
  }
}
