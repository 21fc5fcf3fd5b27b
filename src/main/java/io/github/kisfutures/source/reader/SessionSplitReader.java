package io.github.kisfutures.source.reader;

import io.github.kisfutures.source.split.SessionSplit;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsRemoval;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the sessions of one subtask have received. {@link #fetch} blocks only on {@link
 * WakeUp}, so that a message, a {@link #wakeUp} or a resumed split ends it at once; and the next
 * look at the clocks, if they are looked at.
 */
final class SessionSplitReader implements SplitReader<SessionMessage, SessionSplit> {
  private final SessionOpener opener;
  private final BiConsumer<String, OpenSession> opened;
  private final @Nullable Duration lookEvery;
  private final WakeUp wakeUp = new WakeUp();
  private final Map<String, SessionInbox> sessions = new LinkedHashMap<>();
  private final Set<String> paused = new HashSet<>();

  /**
   * A reader without sessions; they come as split changes.
   *
   * @param opened told of each session by its name, when it has been opened
   * @param lookEvery how often the clocks are looked at; null if they are not
   */
  SessionSplitReader(
      SessionOpener opener, BiConsumer<String, OpenSession> opened, @Nullable Duration lookEvery) {
    this.opener = opener;
    this.opened = opened;
    this.lookEvery = lookEvery;
  }

  @Override
  public RecordsWithSplitIds<SessionMessage> fetch() throws IOException {
    RecordsBySplits.Builder<SessionMessage> records = new RecordsBySplits.Builder<>();
    if (!drainInto(records)) {
      try {
        wakeUp.await(lookEvery);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return records.build();
      }
      drainInto(records);
    }
    return records.build();
  }

  private boolean drainInto(RecordsBySplits.Builder<SessionMessage> records) throws IOException {
    boolean drained = false;
    for (Map.Entry<String, SessionInbox> entry : sessions.entrySet()) {
      if (!paused.contains(entry.getKey())) {
        List<SessionMessage> batch = entry.getValue().take();
        if (!batch.isEmpty()) {
          records.addAll(entry.getKey(), batch);
          drained = true;
        }
      }
    }
    return drained;
  }

  @Override
  public void handleSplitsChanges(SplitsChange<SessionSplit> change) {
    if (change instanceof SplitsRemoval) {
      change.splits().forEach(this::end);
    } else if (change instanceof SplitsAddition) {
      change.splits().forEach(this::open);
    } else {
      throw new IllegalArgumentException("sessions are added or removed, not " + change);
    }
  }

  private void open(SessionSplit split) {
    try {
      OpenSession session = opener.open(split, wakeUp::signal);
      sessions.put(split.splitId(), new SessionInbox(split, session, lookEvery));
      opened.accept(split.splitId(), session);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(String.valueOf(e.getMessage()), e);
    }
  }

  private void end(SessionSplit split) {
    SessionInbox session = sessions.remove(split.splitId());
    if (session != null) {
      session.close();
    }
    paused.remove(split.splitId());
  }

  @Override
  public void pauseOrResumeSplits(
      Collection<SessionSplit> toPause, Collection<SessionSplit> toResume) {
    toPause.forEach(split -> paused.add(split.splitId()));
    toResume.forEach(split -> paused.remove(split.splitId()));
    wakeUp.signal();
  }

  @Override
  public void wakeUp() {
    wakeUp.signal();
  }

  @Override
  public void close() {
    sessions.values().forEach(SessionInbox::close);
    sessions.clear();
  }
}
