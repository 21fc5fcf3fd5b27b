package io.github.kisfutures.source.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.feed.BackoffProgress;
import io.github.kisfutures.feed.SessionPast;
import io.github.kisfutures.source.StoredBytes;
import io.github.kisfutures.source.enumerator.AppKeys;
import io.github.kisfutures.source.enumerator.SessionEnumeratorState;
import io.github.kisfutures.source.enumerator.SessionEnumeratorStateSerializer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the source keeps in checkpoints: splits and the enumerator's state. */
class CheckpointStateTest {
  private static final SessionSplit FIRST =
      new SessionSplit("session-1", 0, 0, List.of("111V06", "A50607"), 3);
  private static final SessionSplit SECOND = new SessionSplit("세션-2", 1, -7, List.of(), 0);

  private static final SessionSplit CHANGED =
      FIRST.withChanges(
          List.of(
              new ContractChange("A50607", ContractChange.Kind.ADDED),
              new ContractChange("A11610", ContractChange.Kind.REMOVED)));

  private static final SessionSplit BACKING_OFF =
      CHANGED.withBackoff(new BackoffProgress(5, 1_795_000_000_123L));

  static Stream<Arguments> states() {
    SessionSplitSerializer splits = new SessionSplitSerializer();
    SessionEnumeratorStateSerializer states = new SessionEnumeratorStateSerializer();
    List<SessionSplit> waiting = List.of(FIRST, SECOND);
    return Stream.of(
        Arguments.of("split-1", splits, FIRST),
        Arguments.of("split-empty-1", splits, SECOND),
        Arguments.of("split-2", splits, CHANGED),
        Arguments.of("split-3", splits, BACKING_OFF),
        Arguments.of("enumerator-1", states, new SessionEnumeratorState(null, waiting)),
        Arguments.of("enumerator-empty-1", states, new SessionEnumeratorState(null, List.of())),
        Arguments.of(
            "enumerator-2",
            states,
            new SessionEnumeratorState(new AppKeys(4, 2), List.of(CHANGED, SECOND))),
        Arguments.of(
            "enumerator-3",
            states,
            new SessionEnumeratorState(new AppKeys(4, 2), List.of(BACKING_OFF, SECOND))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  <T> void survives(String name, SimpleVersionedSerializer<T> serializer, T state)
      throws IOException {
    byte[] bytes = serializer.serialize(state);

    assertThat(serializer.deserialize(serializer.getVersion(), bytes)).isEqualTo(state);
    assertThat(serializer.serialize(state)).as("same state, same bytes").isEqualTo(bytes);
  }

  /** The number at the end of the name is the version. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("states")
  <T> void theStoredBytesOfEveryVersionAreRead(
      String name, SimpleVersionedSerializer<T> serializer, T state) throws IOException {
    byte[] stored = StoredBytes.stored(name, serializer.serialize(state));
    int version = Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));

    assertThat(serializer.deserialize(version, stored)).isEqualTo(state);
    assertThat(serializer.getVersion()).as("a new version needs new files").isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 99})
  void aVersionThatIsNotKnownIsRefusedByName(int version) {
    assertThatThrownBy(() -> new SessionSplitSerializer().deserialize(version, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the checkpoint holds a session split of version "
                + version
                + ", this program reads versions 1 to "
                + SessionSplitSerializer.VERSION);
    assertThatThrownBy(
            () -> new SessionEnumeratorStateSerializer().deserialize(version, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "the checkpoint holds a list of sessions of version " + version + ",");
  }

  @Test
  void aSplitInACheckpointCountsTheRestartThatWillReadIt() {
    SessionSplitState state = new SessionSplitState(FIRST);
    state.frameEmitted();
    state.frameEmitted();

    assertThat(state.framesEmitted()).isEqualTo(2);
    assertThat(state.toSplit(null))
        .isEqualTo(new SessionSplit("session-1", 0, 0, List.of("111V06", "A50607"), 4));
    assertThat(state.toSplit(null)).as("taken twice").isEqualTo(state.toSplit(null));
    assertThat(state.toSplit(new BackoffProgress(2, 7)).past())
        .isEqualTo(new SessionPast(4, new BackoffProgress(2, 7)));
    assertThat(FIRST.splitId()).isEqualTo("session-1");
  }
}
