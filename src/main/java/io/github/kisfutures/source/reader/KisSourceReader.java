package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.enumerator.SessionPlan;
import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.source.split.SessionSplitState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;

/**
 * Reads the sessions of one subtask with one fetcher thread (two could lose a wake-up,
 * FLINK-37663).
 *
 * @param <T> record type
 */
public final class KisSourceReader<T>
    extends SingleThreadMultiplexSourceReaderBase<FeedMessage, T, SessionSplit, SessionSplitState> {
  private final SessionPlan plan;

  /** A reader whose restored sessions are brought in line with the plan. */
  public KisSourceReader(
      SessionPlan plan,
      SessionOpener opener,
      FeedDeserializer<T> deserializer,
      SourceReaderContext context) {
    super(
        () -> new SessionSplitReader(opener),
        new FeedMessageEmitter<>(deserializer),
        context.getConfiguration(),
        context);
    this.plan = plan;
  }

  /** Restored sessions may outlive a changed list of contracts: the plan decides. */
  @Override
  public void addSplits(List<SessionSplit> splits) {
    super.addSplits(splits.stream().map(plan::reconcile).flatMap(Optional::stream).toList());
  }

  @Override
  protected SessionSplitState initializedState(SessionSplit split) {
    return new SessionSplitState(split);
  }

  @Override
  protected SessionSplit toSplitType(String splitId, SessionSplitState state) {
    return state.toSplit();
  }

  @Override
  protected void onSplitFinished(Map<String, SessionSplitState> finished) {
    // a session never finishes by itself
  }
}
