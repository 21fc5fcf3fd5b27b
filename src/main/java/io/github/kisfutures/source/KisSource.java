package io.github.kisfutures.source;

import io.github.kisfutures.source.enumerator.SessionEnumerator;
import io.github.kisfutures.source.enumerator.SessionEnumeratorState;
import io.github.kisfutures.source.enumerator.SessionEnumeratorStateSerializer;
import io.github.kisfutures.source.enumerator.SessionPlan;
import io.github.kisfutures.source.reader.KisSourceReader;
import io.github.kisfutures.source.reader.SessionOpener;
import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.source.split.SessionSplitSerializer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The live feed as an unbounded FLIP-27 source: one session (one app key) is one split. Give it
 * {@link FeedWatermarks} in {@code fromSource}, and no more parallelism than it has sessions.
 *
 * @param <T> record type, chosen by the deserializer
 */
public final class KisSource<T>
    implements Source<T, SessionSplit, SessionEnumeratorState>, ResultTypeQueryable<T> {
  private static final long serialVersionUID = 1L;

  private final SessionPlan plan;
  private final SessionOpener opener;
  private final FeedDeserializer<T> deserializer;

  /** A source of the plan's sessions. */
  public KisSource(SessionPlan plan, SessionOpener opener, FeedDeserializer<T> deserializer) {
    this.plan = plan;
    this.opener = opener;
    this.deserializer = deserializer;
  }

  /** Number of sessions: the largest parallelism of use. */
  public int sessions() {
    return plan.sessions().size();
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<T, SessionSplit> createReader(SourceReaderContext context) {
    return new KisSourceReader<>(plan, opener, deserializer, context);
  }

  @Override
  public SplitEnumerator<SessionSplit, SessionEnumeratorState> createEnumerator(
      SplitEnumeratorContext<SessionSplit> context) {
    return new SessionEnumerator(context, plan, null);
  }

  @Override
  public SplitEnumerator<SessionSplit, SessionEnumeratorState> restoreEnumerator(
      SplitEnumeratorContext<SessionSplit> context, SessionEnumeratorState checkpoint) {
    return new SessionEnumerator(context, plan, checkpoint);
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
