package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedException;
import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.source.split.ContractChange;
import io.github.kisfutures.source.split.SessionSplit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be read of one open session. A look at the clocks is put behind everything that has
 * been received, and only when nothing is left in the hand-off, so that time cannot overtake what
 * waits there.
 */
final class SessionInbox {
  private static final int MAX_BATCH = 1024;

  private final OpenSession open;
  private final @Nullable Duration lookEvery;
  private final Deque<SessionMessage> toTell = new ArrayDeque<>();
  private long lookedAt;

  /**
   * The inbox of a session that has just been opened.
   *
   * @param lookEvery how often the clocks are looked at; null if they are not
   */
  SessionInbox(SessionSplit split, OpenSession open, @Nullable Duration lookEvery) {
    this.open = open;
    this.lookEvery = lookEvery;
    for (ContractChange change : split.changes()) {
      toTell.add(new SessionMessage.Changed(change, open.nowMillis()));
    }
    lookedAt = open.elapsedMillis();
  }

  /**
   * Takes what has arrived, not too much at a time.
   *
   * @throws FatalFeedException if the session has failed for good and everything before was read
   */
  List<SessionMessage> take() throws FatalFeedException {
    FeedException fatal = open.session().fatalFailure(); // asked first: its event is there then
    List<SessionMessage> batch = new ArrayList<>(toTell); // handed over to the reader's thread
    toTell.clear();
    List<FeedMessage> received = new ArrayList<>();
    open.handOff().drainTo(received, MAX_BATCH);
    for (FeedMessage message : received) {
      batch.add(new SessionMessage.Received(message));
    }
    if (batch.isEmpty() && fatal != null) {
      throw new FatalFeedException(String.valueOf(fatal.getMessage()));
    }
    if (received.size() < MAX_BATCH) {
      look(batch);
    }
    return batch;
  }

  private void look(List<SessionMessage> batch) {
    long now = open.elapsedMillis();
    if (lookEvery != null && now - lookedAt >= lookEvery.toMillis()) {
      lookedAt = now;
      batch.add(new SessionMessage.Look(open.nowMillis(), now));
    }
  }

  void close() {
    open.close();
  }
}
