package io.github.kisfutures.source;

import io.github.kisfutures.source.enumerator.SessionEnumerator;
import io.github.kisfutures.source.enumerator.SessionEnumeratorState;
import io.github.kisfutures.source.enumerator.SessionEnumeratorStateSerializer;
import io.github.kisfutures.source.enumerator.SessionPlan;
import io.github.kisfutures.source.reader.KisSourceReader;
import io.github.kisfutures.source.reader.SessionOpener;
import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.source.split.SessionSplitSerializer;
import io.github.kisfutures.source.watermarks.WatermarkSettings;
import org.apache.flink.annotation.PublicEvolving;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SupportsSplitReassignmentOnRecovery;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.base.source.reader.RecordEvaluator;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The live feed as an unbounded FLIP-27 source: one session (one app key) is one split. Records
 * bring their event times. Give it no more parallelism than it has sessions.
 *
 * @param <T> record type, chosen by the deserializer
 */
@PublicEvolving
public final class KisSource<T>
    implements Source<T, SessionSplit, SessionEnumeratorState>,
        SupportsSplitReassignmentOnRecovery,
        ResultTypeQueryable<T> {
  private static final long serialVersionUID = 1L;

  private final SessionPlan plan;
  private final SessionOpener opener;
  private final FeedDeserializer<T> deserializer;
  private final @Nullable WatermarkSettings watermarks;
  private final @Nullable RecordEvaluator<T> end;

  /** Begins a source for a job of your own. */
  public static KisSourceBuilder builder() {
    return new KisSourceBuilder();
  }

  /** A source of the plan's sessions that never ends and emits no watermarks. */
  public KisSource(SessionPlan plan, SessionOpener opener, FeedDeserializer<T> deserializer) {
    this(plan, opener, deserializer, null, null);
  }

  private KisSource(
      SessionPlan plan,
      SessionOpener opener,
      FeedDeserializer<T> deserializer,
      @Nullable WatermarkSettings watermarks,
      @Nullable RecordEvaluator<T> end) {
    this.plan = plan;
    this.opener = opener;
    this.deserializer = deserializer;
    this.watermarks = watermarks;
    this.end = end;
  }

  /**
   * The same source, which emits its own watermarks: give {@code fromSource} the strategy {@code
   * noWatermarks()}.
   */
  public KisSource<T> withWatermarks(WatermarkSettings settings) {
    return new KisSource<>(plan, opener, deserializer, settings, end);
  }

  /**
   * The same source, bounded: a session ends at its first record for which {@code endOfSession}
   * holds; that record is not emitted. When all have ended, so does the source.
   */
  public KisSource<T> until(RecordEvaluator<T> endOfSession) {
    return new KisSource<>(plan, opener, deserializer, watermarks, endOfSession);
  }

  /** Number of sessions at a fresh start: the largest parallelism of use. */
  public int sessions() {
    return plan.sessions().size();
  }

  @Override
  public Boundedness getBoundedness() {
    return end == null ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<T, SessionSplit> createReader(SourceReaderContext context) {
    return new KisSourceReader<>(opener, deserializer, watermarks, end, context);
  }

  @Override
  public SplitEnumerator<SessionSplit, SessionEnumeratorState> createEnumerator(
      SplitEnumeratorContext<SessionSplit> context) {
    return new SessionEnumerator(context, plan, end != null, null);
  }

  @Override
  public SplitEnumerator<SessionSplit, SessionEnumeratorState> restoreEnumerator(
      SplitEnumeratorContext<SessionSplit> context, SessionEnumeratorState checkpoint) {
    return new SessionEnumerator(context, plan, end != null, checkpoint);
  }

  @Override
  public SimpleVersionedSerializer<SessionSplit> getSplitSerializer() {
    return new SessionSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<SessionEnumeratorState> getEnumeratorCheckpointSerializer() {
    return new SessionEnumeratorStateSerializer();
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return deserializer.getProducedType();
  }
}
