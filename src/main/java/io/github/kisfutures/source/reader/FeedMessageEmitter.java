package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.split.SessionSplitState;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.base.source.reader.RecordEmitter;
import org.jspecify.annotations.Nullable;

/** Decodes what a session received and emits the records; only here the split's state advances. */
final class FeedMessageEmitter<T> implements RecordEmitter<FeedMessage, T, SessionSplitState> {
  private final FeedDeserializer<T> deserializer;
  private final Consumer<T> emit = this::emit;
  private @Nullable SourceOutput<T> output;

  FeedMessageEmitter(FeedDeserializer<T> deserializer) {
    this.deserializer = deserializer;
    deserializer.open();
  }

  @Override
  public void emitRecord(FeedMessage message, SourceOutput<T> target, SessionSplitState state) {
    output = target;
    if (message instanceof FeedMessage.Frame frame) {
      deserializer.frame(frame.frame(), emit);
      state.frameEmitted();
    } else if (message instanceof FeedEvent event) {
      deserializer.event(event, emit);
    }
  }

  private void emit(T emitted) {
    Objects.requireNonNull(output).collect(emitted, deserializer.timestamp(emitted));
  }
}
