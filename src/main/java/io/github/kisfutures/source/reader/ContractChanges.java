package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.source.split.SessionSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration changed about restored sessions, to be told when they start. Noted by the
 * reader's thread, told by the fetcher's.
 */
final class ContractChanges {
  private final Map<String, String> bySession = new ConcurrentHashMap<>();

  /** Notes what the plan adds to a restored session and removes from it, if anything. */
  void note(SessionSplit restored, SessionSplit planned) {
    List<String> added = without(planned.contracts(), restored.contracts());
    List<String> removed = without(restored.contracts(), planned.contracts());
    List<String> changes = new ArrayList<>();
    if (!added.isEmpty()) {
      changes.add("added " + String.join(", ", added));
    }
    if (!removed.isEmpty()) {
      changes.add("removed " + String.join(", ", removed));
    }
    if (!changes.isEmpty()) {
      bySession.put(
          planned.session(),
          "since the last checkpoint feed.contracts " + String.join("; ", changes));
    }
  }

  /** The event that tells of a session's change, once; null if there is none. */
  @Nullable FeedEvent take(String session, long atMillis) {
    String detail = bySession.remove(session);
    return detail == null
        ? null
        : new FeedEvent(atMillis, session, FeedEvent.Kind.CONTRACTS_CHANGED, null, null, detail);
  }

  private static List<String> without(List<String> contracts, List<String> others) {
    return contracts.stream().filter(contract -> !others.contains(contract)).toList();
  }
}
