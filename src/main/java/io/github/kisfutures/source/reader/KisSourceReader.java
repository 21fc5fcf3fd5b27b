package io.github.kisfutures.source.reader;

import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.metrics.SessionMetric;
import io.github.kisfutures.source.metrics.SessionNumbers;
import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.source.split.SessionSplitState;
import io.github.kisfutures.source.watermarks.BelievedClock;
import io.github.kisfutures.source.watermarks.SessionWatermark;
import io.github.kisfutures.source.watermarks.WatermarkSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.RecordEvaluator;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.fetcher.SingleThreadFetcherManager;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sessions of one subtask with one fetcher thread (two could lose a wake-up,
 * FLINK-37663).
 *
 * @param <T> record type
 */
@SuppressWarnings("try") // Flink's close() may be interrupted
public final class KisSourceReader<T>
    extends SingleThreadMultiplexSourceReaderBase<SessionMessage, T, SessionSplit, ReaderSession> {
  /** Windows close so soon after their time, and 50 looks a second cost nothing. */
  private static final Duration LOOK_AT_THE_CLOCKS_EVERY = Duration.ofMillis(20);

  private final Map<String, ReaderSession> sessions;
  private final @Nullable WatermarkSettings watermarks;
  private final @Nullable BelievedClock clock;

  /**
   * A reader without sessions; the enumerator assigns them, restored ones too.
   *
   * @param watermarks how watermarks follow time, or null if none are emitted
   * @param end the record that ends a session, or null if none does
   */
  public KisSourceReader(
      SessionOpener opener,
      FeedDeserializer<T> deserializer,
      @Nullable WatermarkSettings watermarks,
      @Nullable RecordEvaluator<T> end,
      SourceReaderContext context) {
    this(opener, deserializer, watermarks, end, context, new ConcurrentHashMap<>());
  }

  private KisSourceReader(
      SessionOpener opener,
      FeedDeserializer<T> deserializer,
      @Nullable WatermarkSettings watermarks,
      @Nullable RecordEvaluator<T> end,
      SourceReaderContext context,
      Map<String, ReaderSession> sessions) {
    super(
        new SingleThreadFetcherManager<>(
            () ->
                new SessionSplitReader(
                    opener,
                    (name, open) -> opened(sessions.get(name), open),
                    watermarks == null ? null : LOOK_AT_THE_CLOCKS_EVERY),
            context.getConfiguration()),
        new SessionEmitter<>(
            deserializer, context.metricGroup().getIOMetricGroup().getNumRecordsInCounter()),
        end,
        context.getConfiguration(),
        context);
    this.sessions = sessions;
    this.watermarks = watermarks;
    this.clock = watermarks == null ? null : new BelievedClock(watermarks.maxFeedDelay());
    context
        .metricGroup()
        .setPendingRecordsGauge(
            () -> sessions.values().stream().mapToLong(s -> s.numbers().queueSize()).sum());
  }

  private static void opened(@Nullable ReaderSession session, OpenSession open) {
    if (session != null) {
      session.opened(open);
    }
  }

  /** A reader without sessions must not hold back the watermarks of the others. */
  @Override
  public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
    if (watermarks != null && getNumberOfCurrentlyAssignedSplits() == 0) {
      output.markIdle(); // ends with the first watermark of a session
    }
    return super.pollNext(output);
  }

  @Override
  protected ReaderSession initializedState(SessionSplit split) {
    var group = context.metricGroup();
    SessionNumbers numbers =
        new SessionNumbers(
            split.contracts(),
            group.getNumRecordsInErrorsCounter(),
            field -> SessionMetric.unreadableFields(group, split.session(), field));
    SessionMetric.registerAll(group, split.session(), split.contracts(), numbers);
    ReaderSession session =
        new ReaderSession(
            new SessionSplitState(split),
            numbers,
            watermarks == null || clock == null ? null : new SessionWatermark(watermarks, clock));
    sessions.put(split.session(), session);
    return session;
  }

  @Override
  protected SessionSplit toSplitType(String splitId, ReaderSession session) {
    return session.toSplit();
  }

  @Override
  protected void onSplitFinished(Map<String, ReaderSession> finished) {
    // only a bounded source's sessions finish; there is nothing to ask for then
  }
}
