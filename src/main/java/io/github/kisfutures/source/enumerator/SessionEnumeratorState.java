package io.github.kisfutures.source.enumerator;

import io.github.kisfutures.source.split.SessionSplit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the enumerator keeps in a checkpoint. That it exists at all says that sessions were planned.
 * Which session carries which contracts is not repeated here: the readers' splits say it.
 *
 * @param keys the app keys over which contracts were dealt; null if written by version 1
 * @param waiting sessions that no reader held
 */
public record SessionEnumeratorState(@Nullable AppKeys keys, List<SessionSplit> waiting) {

  /** Makes the list immutable. */
  public SessionEnumeratorState {
    waiting = List.copyOf(waiting);
  }
}
