package io.github.kisfutures.simulator.script;

import io.github.kisfutures.simulator.Fault;
import io.github.kisfutures.simulator.FaultEvent;
import io.github.kisfutures.simulator.Happening;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a fault script: when the trigger fires, the fault is armed; armed, it strikes where
 * it can until it is used up.
 *
 * @param trigger what arms it
 * @param fault what happens, and to whose session
 * @param contract the contract it is meant for, or null for any
 * @param count how often it strikes at most each time it is armed, or null: once, or without limit
 *     where it has a length
 * @param length how long it stays armed, or null
 */
public record FaultEntry(
    FaultTrigger trigger,
    Fault fault,
    @Nullable String contract,
    @Nullable Integer count,
    @Nullable Duration length) {
  /** Checks what must be there. */
  public FaultEntry {
    Objects.requireNonNull(trigger, "trigger");
    Objects.requireNonNull(fault, "fault");
  }

  /** Whether an event concerns the session and contract that the entry is meant for. */
  boolean concerns(Happening happening) {
    FaultEvent event = happening.event();
    boolean ofSession =
        fault.session() == 0 || !event.namesSession() || fault.session() == happening.session();
    boolean ofContract =
        contract == null || !event.namesContract() || contract.equals(happening.contract());
    return ofSession && ofContract;
  }

  int strikes() {
    if (count != null) {
      return count;
    }
    return length == null ? 1 : Integer.MAX_VALUE;
  }
}
