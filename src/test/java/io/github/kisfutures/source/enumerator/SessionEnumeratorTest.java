package io.github.kisfutures.source.enumerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.source.split.SessionSplit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionEnumeratorTest {
  private static final int MAX = 41;

  @Test
  void everyReaderGetsItsSessionsWhenItRegisters() {
    FakeContext context = new FakeContext(2);
    SessionEnumerator enumerator = new SessionEnumerator(context, plan(3), null);
    enumerator.start();
    assertThat(assigned(context)).isEmpty();
    assertThat(enumerator.snapshotState(1).waiting()).hasSize(3);

    register(context, enumerator, 1);
    assertThat(assigned(context)).isEqualTo(Map.of(1, List.of("session-2")));
    register(context, enumerator, 0);

    assertThat(assigned(context))
        .isEqualTo(Map.of(0, List.of("session-1", "session-3"), 1, List.of("session-2")));
    assertThat(enumerator.snapshotState(2))
        .isEqualTo(
            new SessionEnumeratorState(Set.of("session-1", "session-2", "session-3"), List.of()));
  }

  @Test
  void readersThatRegisteredBeforeTheStartAreServed() {
    FakeContext context = new FakeContext(1);
    context.register(0);
    new SessionEnumerator(context, plan(2), null).start();

    assertThat(assigned(context)).isEqualTo(Map.of(0, List.of("session-1", "session-2")));
  }

  @Test
  void aSessionIsAssignedOnceHoweverOftenReadersAsk() {
    FakeContext context = new FakeContext(1);
    SessionEnumerator enumerator = new SessionEnumerator(context, plan(1), null);
    register(context, enumerator, 0);
    enumerator.handleSplitRequest(0, null);
    enumerator.addReader(0);

    assertThat(assigned(context)).isEqualTo(Map.of(0, List.of("session-1")));
  }

  @Test
  void aSubtaskWithoutASessionHoldsNothingBack() {
    FakeContext context = new FakeContext(4);
    SessionEnumerator enumerator = new SessionEnumerator(context, plan(2), null);
    for (int subtask = 3; subtask >= 0; subtask--) {
      register(context, enumerator, subtask);
    }

    assertThat(assigned(context))
        .isEqualTo(Map.of(0, List.of("session-1"), 1, List.of("session-2")));
    assertThat(enumerator.snapshotState(1).waiting()).isEmpty();
  }

  @Test
  void aFailedReadersSessionGoesToItsSuccessor() {
    FakeContext context = new FakeContext(1);
    SessionEnumerator enumerator = new SessionEnumerator(context, plan(1), null);
    register(context, enumerator, 0);
    SessionSplit lost = plan(1).sessions().get(0).afterRestart();
    context.unregister(0);
    enumerator.addSplitsBack(List.of(lost), 0);
    assertThat(enumerator.snapshotState(1))
        .isEqualTo(new SessionEnumeratorState(Set.of(), List.of(lost)));

    register(context, enumerator, 0);

    assertThat(context.assigned().get(0)).contains(lost);
    assertThat(enumerator.snapshotState(2).assigned()).containsExactly("session-1");
  }

  @Test
  void aRestoredEnumeratorDoesNotAssignWhatReadersHold() throws IOException {
    SessionEnumeratorState state =
        new SessionEnumeratorState(Set.of("session-1"), List.of(plan(2).sessions().get(1)));
    FakeContext context = new FakeContext(1);
    SessionEnumerator enumerator = new SessionEnumerator(context, plan(2), restored(state));
    register(context, enumerator, 0);

    assertThat(assigned(context)).isEqualTo(Map.of(0, List.of("session-2")));
  }

  @Test
  void aChangedListOfContractsReachesWaitingSessions() {
    SessionSplit waiting = new SessionSplit("session-1", 0, 0, List.of("111V06"), 3);
    SessionEnumeratorState state = new SessionEnumeratorState(Set.of(), List.of(waiting));
    FakeContext context = new FakeContext(1);
    SessionEnumerator enumerator = new SessionEnumerator(context, plan(2), state);
    register(context, enumerator, 0);

    assertThat(context.assigned().get(0))
        .containsExactly(
            new SessionSplit("session-1", 0, 0, List.of("A00000"), 3),
            new SessionSplit("session-2", 1, 1, List.of("A00001"), 0));
  }

  @Test
  void aSessionThatLeftThePlanIsNewWhenItComesBack() {
    SessionEnumeratorState both =
        new SessionEnumeratorState(Set.of("session-1", "session-2"), List.of());
    FakeContext context = new FakeContext(1);
    SessionEnumeratorState withOne = new SessionEnumerator(context, plan(1), both).snapshotState(1);
    assertThat(withOne.assigned()).containsExactly("session-1");

    SessionEnumerator withTwo = new SessionEnumerator(context, plan(2), withOne);
    register(context, withTwo, 0);

    assertThat(assigned(context)).isEqualTo(Map.of(0, List.of("session-2")));
  }

  private static SessionEnumeratorState restored(SessionEnumeratorState state) throws IOException {
    SessionEnumeratorStateSerializer serializer = new SessionEnumeratorStateSerializer();
    return serializer.deserialize(serializer.getVersion(), serializer.serialize(state));
  }

  /** As many sessions as contracts. */
  private static SessionPlan plan(int sessions) {
    List<String> contracts =
        IntStream.range(0, sessions).mapToObj(i -> String.format("A%05d", i)).toList();
    return SessionPlan.of(contracts, sessions, MAX, 1);
  }

  private static void register(FakeContext context, SessionEnumerator enumerator, int subtask) {
    context.register(subtask);
    enumerator.addReader(subtask);
  }

  private static Map<Integer, List<String>> assigned(FakeContext context) {
    Map<Integer, List<String>> names = new TreeMap<>();
    context
        .assigned()
        .forEach(
            (subtask, splits) ->
                names.put(subtask, splits.stream().map(SessionSplit::session).toList()));
    return names;
  }
}
