package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.enumerator.SessionPlan;
import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.source.split.SessionSplitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the sessions of one subtask with one fetcher thread (two could lose a wake-up,
 * FLINK-37663).
 *
 * @param <T> record type
 */
public final class KisSourceReader<T>
    extends SingleThreadMultiplexSourceReaderBase<FeedMessage, T, SessionSplit, SessionSplitState> {
  private static final Logger LOG = LoggerFactory.getLogger(KisSourceReader.class);

  private final SessionPlan plan;
  private final ContractChanges changes;

  /** A reader whose restored sessions are brought in line with the plan. */
  public KisSourceReader(
      SessionPlan plan,
      SessionOpener opener,
      FeedDeserializer<T> deserializer,
      SourceReaderContext context) {
    this(plan, opener, deserializer, context, new ContractChanges());
  }

  private KisSourceReader(
      SessionPlan plan,
      SessionOpener opener,
      FeedDeserializer<T> deserializer,
      SourceReaderContext context,
      ContractChanges changes) {
    super(
        () -> new SessionSplitReader(opener, changes),
        new FeedMessageEmitter<>(deserializer),
        context.getConfiguration(),
        context);
    this.plan = plan;
    this.changes = changes;
  }

  /** Restored sessions may outlive a changed list of contracts: the plan decides. */
  @Override
  public void addSplits(List<SessionSplit> splits) {
    List<SessionSplit> planned = new ArrayList<>();
    for (SessionSplit split : splits) {
      Optional<SessionSplit> reconciled = plan.reconcile(split);
      if (reconciled.isPresent()) {
        changes.note(split, reconciled.get());
        planned.add(reconciled.get());
      } else {
        LOG.warn(
            "{} of the checkpoint, which carried {}, is not planned any more: feed.contracts or the"
                + " number of app keys has changed",
            split.session(),
            split.contracts());
      }
    }
    super.addSplits(planned);
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
