package io.github.kisfutures.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Asks the plan. Faults that concern more than the connection of their event wait for the next
 * tick, where no session's lock is held.
 */
final class Faults {
  private final FaultPlan plan;
  private final SessionNumbers numbers;
  private final Queue<Fault> waiting = new ConcurrentLinkedQueue<>();

  Faults(FaultPlan plan, SessionNumbers numbers) {
    this.plan = plan;
    this.numbers = numbers;
  }

  void begin(Instant now) {
    plan.begin(now);
  }

  /** Number of an app key's session; 0 of none. */
  int session(@Nullable String appKey) {
    return numbers.of(appKey);
  }

  /** The faults that strike the connection, or the request, of an event. */
  List<Fault> on(
      FaultEvent event,
      Instant now,
      int connection,
      @Nullable String appKey,
      @Nullable String contract) {
    List<Fault> struck =
        plan.on(new Happening(event, now, connection, numbers.of(appKey), contract));
    if (struck.isEmpty()) {
      return struck;
    }
    List<Fault> here = new ArrayList<>(struck.size());
    for (Fault fault : struck) {
      boolean elsewhere =
          fault.word().concernsServer() || (connection == 0 && fault.word().strikesAt() == null);
      (elsewhere ? waiting : here).add(fault);
    }
    return here;
  }

  /** The faults that strike the server, or every connection of their session, now. */
  List<Fault> due(Instant now) {
    List<Fault> due = plan.tick(now);
    if (waiting.isEmpty()) {
      return due;
    }
    List<Fault> all = new ArrayList<>();
    for (Fault fault = waiting.poll(); fault != null; fault = waiting.poll()) {
      all.add(fault);
    }
    all.addAll(due);
    return all;
  }

  /** The fault of a word among some, or null. */
  static @Nullable Fault find(FaultWord word, List<Fault> faults) {
    for (Fault fault : faults) {
      if (fault.word() == word) {
        return fault;
      }
    }
    return null;
  }
}
