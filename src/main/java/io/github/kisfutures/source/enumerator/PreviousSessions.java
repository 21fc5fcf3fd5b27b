package io.github.kisfutures.source.enumerator;

import io.github.kisfutures.feed.BackoffProgress;
import io.github.kisfutures.feed.SessionPast;
import io.github.kisfutures.source.split.ContractChange;
import io.github.kisfutures.source.split.SessionSplit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of the checkpoint that a job goes on from: where each contract was carried.
 *
 * @param keys the app keys then; null if the checkpoint does not say
 * @param sessions all of them
 */
public record PreviousSessions(@Nullable AppKeys keys, List<SessionSplit> sessions) {
  /** Of a job that starts afresh. */
  public static final PreviousSessions NONE = new PreviousSessions(null, List.of());

  /** Makes the list immutable. */
  public PreviousSessions {
    sessions = List.copyOf(sessions);
  }

  /** How often the job was restored. */
  int restarts() {
    return sessions.stream().mapToInt(SessionSplit::restarts).max().orElse(0);
  }

  /** What the session of an app key has behind it; one that is new counts the restarts, too. */
  SessionPast pastOf(int credential) {
    BackoffProgress backoff =
        sessions.stream()
            .filter(session -> session.credential() == credential)
            .map(session -> session.past().backoff())
            .findFirst()
            .orElse(BackoffProgress.NONE);
    return new SessionPast(restarts(), backoff);
  }

  /** The app key that carried a contract, the first of them; by contract. */
  Map<String, Integer> carriers() {
    Map<String, Integer> carriers = new LinkedHashMap<>();
    for (SessionSplit session : sessions) {
      for (String contract : session.contracts()) {
        carriers.merge(contract, session.credential(), Math::min);
      }
    }
    return carriers;
  }

  /** What happened to the list of contracts since; nothing at a fresh start. */
  List<ContractChange> changesTo(Set<String> contracts) {
    List<ContractChange> changes = new ArrayList<>();
    if (sessions.isEmpty()) {
      return changes;
    }
    Set<String> before = carriers().keySet();
    for (String contract : contracts) {
      if (!before.contains(contract)) {
        changes.add(new ContractChange(contract, ContractChange.Kind.ADDED));
      }
    }
    for (String contract : before) {
      if (!contracts.contains(contract)) {
        changes.add(new ContractChange(contract, ContractChange.Kind.REMOVED));
      }
    }
    return changes;
  }

  /** Changes that earlier sessions had not told of yet. */
  List<ContractChange> untold() {
    return sessions.stream().flatMap(session -> session.changes().stream()).toList();
  }
}
