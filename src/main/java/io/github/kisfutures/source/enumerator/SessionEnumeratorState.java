package io.github.kisfutures.source.enumerator;

import io.github.kisfutures.source.split.SessionSplit;
import java.util.List;
import java.util.Set;

/**
 * What the enumerator keeps in a checkpoint. That it exists at all says that planning is done.
 *
 * @param assigned names of the sessions that readers hold
 * @param waiting sessions that no reader holds
 */
public record SessionEnumeratorState(Set<String> assigned, List<SessionSplit> waiting) {

  /** Makes the collections immutable. */
  public SessionEnumeratorState {
    assigned = Set.copyOf(assigned);
    waiting = List.copyOf(waiting);
  }
}
