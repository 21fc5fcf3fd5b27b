package io.github.kisfutures.simulator.script;

import io.github.kisfutures.simulator.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry while the script runs. Not thread-safe. */
final class ArmedFault {
  private final FaultEntry entry;

  /** When the clock arms it next; null if the clock does not, or not any more. */
  private @Nullable Instant due;

  /** Events of the trigger so far. */
  private long events;

  /** Strikes left. */
  private int left;

  private @Nullable Instant armedUntil;

  ArmedFault(FaultEntry entry) {
    this.entry = entry;
  }

  FaultEntry entry() {
    return entry;
  }

  void begin(Instant now) {
    if (entry.trigger() instanceof FaultTrigger.At at) {
      due = now.plus(at.sinceStart());
    } else if (entry.trigger() instanceof FaultTrigger.Every every) {
      due = now.plus(every.period());
    }
  }

  /** Whether the clock lets it strike at once, now. */
  boolean strikesByClock(Instant now) {
    armByClock(now);
    if (entry.fault().word().strikesAt() != null || left == 0) {
      return false;
    }
    left = 0;
    return true;
  }

  /** Whether it strikes at an event. */
  boolean strikesAt(Happening happening) {
    armByClock(happening.at());
    if (!entry.concerns(happening)) {
      return false;
    }
    boolean fired =
        entry.trigger() instanceof FaultTrigger.On on
            && on.event() == happening.event()
            && on.fires(++events);
    if (entry.fault().word().strikesAt() == null) {
      return fired;
    }
    if (fired) {
      arm(happening.at());
    }
    if (happening.event() != entry.fault().word().strikesAt() || left == 0 || expired(happening)) {
      return false;
    }
    left--;
    return true;
  }

  private boolean expired(Happening happening) {
    return armedUntil != null && !happening.at().isBefore(armedUntil);
  }

  private void armByClock(Instant now) {
    while (due != null && !now.isBefore(due)) {
      arm(due);
      due = entry.trigger() instanceof FaultTrigger.Every every ? due.plus(every.period()) : null;
    }
  }

  private void arm(Instant at) {
    left = entry.strikes();
    armedUntil = entry.length() == null ? null : at.plus(entry.length());
  }
}
