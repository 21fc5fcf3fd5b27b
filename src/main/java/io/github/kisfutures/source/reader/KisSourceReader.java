package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.metrics.SessionMetric;
import io.github.kisfutures.source.metrics.SessionNumbers;
import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.source.split.SessionSplitState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.RecordEvaluator;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.fetcher.SingleThreadFetcherManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sessions of one subtask with one fetcher thread (two could lose a wake-up,
 * FLINK-37663).
 *
 * @param <T> record type
 */
@SuppressWarnings("try") // Flink's close() may be interrupted
public final class KisSourceReader<T>
    extends SingleThreadMultiplexSourceReaderBase<FeedMessage, T, SessionSplit, ReaderSession> {
  private final Map<String, SessionNumbers> numbers;

  /**
   * A reader without sessions; the enumerator assigns them, restored ones too.
   *
   * @param end the record that ends a session, or null if none does
   */
  public KisSourceReader(
      SessionOpener opener,
      FeedDeserializer<T> deserializer,
      @Nullable RecordEvaluator<T> end,
      SourceReaderContext context) {
    this(opener, deserializer, end, context, new ConcurrentHashMap<>());
  }

  private KisSourceReader(
      SessionOpener opener,
      FeedDeserializer<T> deserializer,
      @Nullable RecordEvaluator<T> end,
      SourceReaderContext context,
      Map<String, SessionNumbers> numbers) {
    super(
        new SingleThreadFetcherManager<>(
            () -> new SessionSplitReader(opener, numbers::get), context.getConfiguration()),
        new FeedMessageEmitter<>(
            deserializer, context.metricGroup().getIOMetricGroup().getNumRecordsInCounter()),
        end,
        context.getConfiguration(),
        context);
    this.numbers = numbers;
    context
        .metricGroup()
        .setPendingRecordsGauge(
            () -> numbers.values().stream().mapToLong(SessionNumbers::queueSize).sum());
  }

  @Override
  protected ReaderSession initializedState(SessionSplit split) {
    var group = context.metricGroup();
    SessionNumbers session =
        new SessionNumbers(
            split.contracts(),
            group.getNumRecordsInErrorsCounter(),
            field -> SessionMetric.unreadableFields(group, split.session(), field));
    SessionMetric.registerAll(group, split.session(), split.contracts(), session);
    numbers.put(split.session(), session);
    return new ReaderSession(new SessionSplitState(split), session);
  }

  @Override
  protected SessionSplit toSplitType(String splitId, ReaderSession session) {
    return session.state().toSplit(session.numbers().backoff());
  }

  @Override
  protected void onSplitFinished(Map<String, ReaderSession> finished) {
    // only a bounded source's sessions finish; there is nothing to ask for then
  }
}
