package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.RecordOutput;
import io.github.kisfutures.source.split.ContractChange;
import io.github.kisfutures.source.watermarks.SessionWatermark;
import io.github.kisfutures.wire.ReceivedFrame;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.base.source.reader.RecordEmitter;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes what a session received and emits the records and watermarks; only here the split's state
 * advances.
 */
final class SessionEmitter<T> implements RecordEmitter<SessionMessage, T, ReaderSession> {
  private static final Logger LOG = LoggerFactory.getLogger(SessionEmitter.class);

  private final FeedDeserializer<T> deserializer;
  private final Counter recordsIn;
  private final RecordOutput<T> emit = this::emit;
  private @Nullable SourceOutput<T> output;
  private int emitted;
  private long largestEventTime;

  /**
   * An emitter of the deserializer's records.
   *
   * @param recordsIn Flink's count of records read. Its reader counts one for each message; here it
   *     is put right, as a frame holds several records and an event perhaps none.
   */
  SessionEmitter(FeedDeserializer<T> deserializer, Counter recordsIn) {
    this.deserializer = deserializer;
    this.recordsIn = recordsIn;
    deserializer.open();
  }

  @Override
  public void emitRecord(SessionMessage message, SourceOutput<T> target, ReaderSession session) {
    output = target;
    emitted = 0;
    if (message instanceof SessionMessage.Received received) {
      received(received.message(), target, session);
    } else if (message instanceof SessionMessage.Changed changed) {
      changed(changed, session);
    } else if (message instanceof SessionMessage.Look look) {
      look(look, target, session);
    }
    recordsIn.inc(emitted - 1L);
  }

  private void received(FeedMessage message, SourceOutput<T> target, ReaderSession session) {
    if (message instanceof FeedMessage.Frame frame) {
      frame(frame.frame(), target, session);
    } else if (message instanceof FeedEvent event) {
      deserializer.event(event, emit);
    }
  }

  private void frame(ReceivedFrame frame, SourceOutput<T> target, ReaderSession session) {
    largestEventTime = RecordOutput.NO_TIME;
    deserializer.observe(session.numbers());
    deserializer.frame(frame, emit);
    session.state().frameEmitted();
    SessionWatermark watermark = session.watermark();
    if (watermark != null) {
      watermark.frame(largestEventTime, target);
    }
  }

  private void changed(SessionMessage.Changed changed, ReaderSession session) {
    ContractChange change = changed.change();
    deserializer.event(
        new FeedEvent(
            changed.atMillis(),
            session.state().session(),
            FeedEvent.Kind.CONTRACTS_CHANGED,
            change.contract(),
            change.kind().name(),
            change.sentence()),
        emit);
    session.state().changeTold(change);
  }

  private void look(SessionMessage.Look look, SourceOutput<T> target, ReaderSession session) {
    SessionWatermark watermark = session.watermark();
    Duration step =
        watermark == null
            ? Duration.ZERO
            : watermark.look(look.wallMillis(), look.monotonicMillis(), target);
    if (!step.isZero()) {
      String detail =
          "the wall clock of this machine moved by "
              + step
              + " against its monotonic clock"
              + (step.isNegative()
                  ? "; the watermark waits until time has come back to it"
                  : "; it is not believed until event times confirm it");
      LOG.warn("Session {}: {}", session.state().session(), detail);
      deserializer.event(
          new FeedEvent(
              look.wallMillis(),
              session.state().session(),
              FeedEvent.Kind.CLOCK_STEPPED,
              null,
              step.toString(),
              detail),
          emit);
    }
  }

  private void emit(T record, long eventTimeMillis) {
    emitted++;
    largestEventTime = Math.max(largestEventTime, eventTimeMillis);
    Objects.requireNonNull(output).collect(record, eventTimeMillis);
  }
}
