package io.github.kisfutures.source;

import io.github.kisfutures.simulator.FrameSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Frames that wait until every contract is registered, so that nothing is sent which nobody reads:
 * what KIS does not do, and Flink's test suite needs.
 */
final class KeptFrames implements FrameSource {
  private final int contracts;
  private final List<DueFrame> waiting = new ArrayList<>(); // guarded by this
  private boolean endWhenRead; // guarded by this

  KeptFrames(int contracts) {
    this.contracts = contracts;
  }

  synchronized void add(String contract, String frame) {
    waiting.add(new DueFrame(frame, Set.of(contract), List.of()));
  }

  /** All there is to come is there before a session asks; then each contract ends. */
  synchronized void endWhenRead() {
    endWhenRead = true;
  }

  @Override
  public synchronized List<DueFrame> due(Instant now, int registrations) {
    if (registrations < contracts) {
      return List.of();
    }
    if (endWhenRead) {
      endWhenRead = false;
      for (int i = 0; i < contracts; i++) {
        String contract = SimulatedFeed.contract(i);
        add(contract, SimulatedFeed.frame(contract + " " + KeyDeserializer.END));
      }
    }
    List<DueFrame> due = List.copyOf(waiting);
    waiting.clear();
    return due;
  }
}
