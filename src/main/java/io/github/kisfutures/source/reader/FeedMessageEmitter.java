package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.split.ContractChange;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.base.source.reader.RecordEmitter;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/** Decodes what a session received and emits the records; only here the split's state advances. */
final class FeedMessageEmitter<T> implements RecordEmitter<FeedMessage, T, ReaderSession> {
  private final FeedDeserializer<T> deserializer;
  private final Counter recordsIn;
  private final Consumer<T> emit = this::emit;
  private @Nullable SourceOutput<T> output;
  private int emitted;

  /**
   * An emitter of the deserializer's records.
   *
   * @param recordsIn Flink's count of records read. Its reader counts one for each message; here it
   *     is put right, as a frame holds several records and an event perhaps none.
   */
  FeedMessageEmitter(FeedDeserializer<T> deserializer, Counter recordsIn) {
    this.deserializer = deserializer;
    this.recordsIn = recordsIn;
    deserializer.open();
  }

  @Override
  public void emitRecord(FeedMessage message, SourceOutput<T> target, ReaderSession session) {
    output = target;
    emitted = 0;
    if (message instanceof FeedMessage.Frame frame) {
      deserializer.observe(session.numbers());
      deserializer.frame(frame.frame(), emit);
      session.state().frameEmitted();
    } else if (message instanceof FeedEvent event) {
      deserializer.event(event, emit);
      noteTold(event, session);
    }
    recordsIn.inc(emitted - 1L);
  }

  private static void noteTold(FeedEvent event, ReaderSession session) {
    String contract = event.contract();
    String code = event.code();
    if (event.kind() == FeedEvent.Kind.CONTRACTS_CHANGED && contract != null && code != null) {
      session.state().changeTold(new ContractChange(contract, ContractChange.Kind.valueOf(code)));
    }
  }

  private void emit(T record) {
    emitted++;
    Objects.requireNonNull(output).collect(record, deserializer.timestamp(record));
  }
}
