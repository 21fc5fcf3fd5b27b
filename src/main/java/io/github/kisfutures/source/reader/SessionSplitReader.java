package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedException;
import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.source.metrics.SessionNumbers;
import io.github.kisfutures.source.split.SessionSplit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsRemoval;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the sessions of one subtask have received. {@link #fetch} blocks only on {@link
 * WakeUp}, so that a message, a {@link #wakeUp} or a resumed split ends it at once.
 */
public final class SessionSplitReader implements SplitReader<FeedMessage, SessionSplit> {
  private static final int MAX_BATCH = 1024;

  private final SessionOpener opener;
  private final Function<String, @Nullable SessionNumbers> numbers;
  private final WakeUp wakeUp = new WakeUp();
  private final Map<String, OpenSession> sessions = new LinkedHashMap<>();
  private final Set<String> paused = new HashSet<>();

  /**
   * A reader without sessions; they come as split changes.
   *
   * @param numbers where a session's metrics are, by its name; null if it has none
   */
  public SessionSplitReader(
      SessionOpener opener, Function<String, @Nullable SessionNumbers> numbers) {
    this.opener = opener;
    this.numbers = numbers;
  }

  @Override
  public RecordsWithSplitIds<FeedMessage> fetch() throws IOException {
    RecordsBySplits.Builder<FeedMessage> records = new RecordsBySplits.Builder<>();
    if (!drainInto(records)) {
      try {
        wakeUp.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return records.build();
      }
      drainInto(records);
    }
    return records.build();
  }

  private boolean drainInto(RecordsBySplits.Builder<FeedMessage> records) throws IOException {
    boolean drained = false;
    for (Map.Entry<String, OpenSession> entry : sessions.entrySet()) {
      OpenSession open = entry.getValue();
      FeedException fatal = open.session().fatalFailure(); // asked first: its event is there then
      if (!paused.contains(entry.getKey())) {
        List<FeedMessage> batch = new ArrayList<>(); // handed over to the reader's thread
        open.handOff().drainTo(batch, MAX_BATCH);
        if (!batch.isEmpty()) {
          records.addAll(entry.getKey(), batch);
          drained = true;
        } else if (fatal != null) {
          throw new FatalFeedException(String.valueOf(fatal.getMessage()));
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
      sessions.put(split.splitId(), session);
      SessionNumbers counted = numbers.apply(split.splitId());
      if (counted != null) {
        counted.opened(session);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(String.valueOf(e.getMessage()), e);
    }
  }

  private void end(SessionSplit split) {
    OpenSession session = sessions.remove(split.splitId());
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
    sessions.values().forEach(OpenSession::close);
    sessions.clear();
  }
}
