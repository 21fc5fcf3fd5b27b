package io.github.kisfutures.source.capture;

import io.github.kisfutures.market.Receipt;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the connections of merged captures: every recorder, and every run of one, counts its own
 * from the begin, so equal numbers say nothing across them. Not thread-safe.
 */
final class Connections {
  private final Map<SessionNote.Carried, Long> numbers = new HashMap<>();

  /** The number of a connection, the same whenever it comes; restarts of its job are kept. */
  long number(SessionNote.Carried carried) {
    return numbers.computeIfAbsent(
        carried, one -> Receipt.connection(Receipt.restarts(one.connection()), numbers.size() + 1));
  }
}
