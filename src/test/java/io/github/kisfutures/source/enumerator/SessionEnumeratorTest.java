package io.github.kisfutures.source.enumerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.source.split.ContractChange;
import io.github.kisfutures.source.split.SessionSplit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionEnumeratorTest {
  private static final SessionPlan TWO = SessionPlan.of(List.of("A10001", "A10002"), 2, 41, 1);
  private static final SessionSplit FIRST = TWO.sessions().get(0);
  private static final SessionSplit SECOND = TWO.sessions().get(1);

  private final FakeReaders readers = new FakeReaders(2);

  private SessionEnumerator enumerator(SessionPlan plan, @Nullable SessionEnumeratorState state) {
    SessionEnumerator enumerator = new SessionEnumerator(readers, plan, false, state);
    enumerator.start();
    return enumerator;
  }

  @Test
  void givesEachSessionToItsSubtask() {
    SessionEnumerator enumerator = enumerator(TWO, null);
    readers.register(enumerator, 1);
    assertThat(readers.given(1)).as("before all are there").isEmpty();
    assertThat(enumerator.snapshotState(1).waiting()).isEmpty();
    readers.register(enumerator, 0);

    assertThat(readers.given(0)).containsExactly(FIRST);
    assertThat(readers.given(1)).containsExactly(SECOND);
    assertThat(readers.complete()).isEmpty();
    assertThat(enumerator.snapshotState(2))
        .isEqualTo(new SessionEnumeratorState(new AppKeys(2, 1), List.of()));
  }

  @Test
  void aBoundedSourceTellsEveryReaderThatThisIsAll() {
    FakeReaders three = new FakeReaders(3);
    SessionEnumerator enumerator = new SessionEnumerator(three, TWO, true, null);
    for (int subtask = 0; subtask < 3; subtask++) {
      three.register(enumerator, subtask);
    }
    assertThat(three.complete()).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(three.given(2)).isEmpty();
  }

  @Test
  void restoredSessionsGoWhereTheyBelong() {
    SessionEnumeratorState state =
        new SessionEnumeratorState(TWO.keys(), List.of(SECOND.afterRestart()));
    SessionEnumerator enumerator = enumerator(TWO, state);
    readers.register(enumerator, 0);
    assertThat(enumerator.snapshotState(1)).as("nothing is lost on the way").isEqualTo(state);
    readers.register(enumerator, 1, FIRST.afterRestart());

    assertThat(readers.given(0)).containsExactly(FIRST.afterRestart());
    assertThat(readers.given(1)).containsExactly(SECOND.afterRestart());
  }

  @Test
  void aChangedListIsPlannedFromWhatReadersHeld() {
    SessionPlan changed = SessionPlan.of(List.of("A10003", "A10002"), 2, 41, 1);
    SessionEnumerator enumerator =
        enumerator(changed, new SessionEnumeratorState(TWO.keys(), List.of()));
    readers.register(enumerator, 0, SECOND.afterRestart(), FIRST.afterRestart());
    readers.register(enumerator, 1);

    assertThat(readers.given(0).get(0).contracts()).containsExactly("A10003");
    assertThat(readers.given(0).get(0).changes())
        .containsExactly(
            new ContractChange("A10003", ContractChange.Kind.ADDED),
            new ContractChange("A10001", ContractChange.Kind.REMOVED));
    assertThat(readers.given(1)).containsExactly(SECOND.afterRestart());
  }

  @Test
  void aReaderThatComesBackGetsItsSessionsAsRestarted() {
    SessionEnumerator enumerator = enumerator(TWO, null);
    readers.register(enumerator, 0);
    readers.register(enumerator, 1);

    readers.fail(enumerator, 1, false);
    assertThat(enumerator.snapshotState(1).waiting()).containsExactly(SECOND.afterRestart());
    readers.register(enumerator, 1);
    assertThat(readers.given(1)).as("no checkpoint yet").containsExactly(SECOND.afterRestart());

    SessionSplit checkpointed = SECOND.afterRestart().afterRestart();
    readers.fail(enumerator, 1, true);
    readers.register(enumerator, 1, checkpointed);
    assertThat(readers.given(1)).containsExactly(checkpointed);
    assertThat(readers.given(0)).as("the other is left alone").containsExactly(FIRST);
  }

  /** A job that comes back as a whole before its first checkpoint has a new enumerator. */
  @Test
  void aJobThatWasRestartedWithoutACheckpointHasRestartedSessions() {
    readers.attempt(3);
    SessionEnumerator enumerator = enumerator(TWO, null);
    readers.register(enumerator, 0);
    readers.register(enumerator, 1);

    assertThat(readers.given(0)).containsExactly(FIRST.withRestarts(3));
    assertThat(readers.given(1)).containsExactly(SECOND.withRestarts(3));
  }

  @Test
  void sessionsThatWereRestoredMoreOftenKeepTheirCount() {
    readers.attempt(1);
    SessionEnumerator enumerator =
        enumerator(TWO, new SessionEnumeratorState(TWO.keys(), List.of()));
    readers.register(enumerator, 0, FIRST.withRestarts(7));
    readers.register(enumerator, 1, SECOND.withRestarts(7));

    assertThat(readers.given(0)).containsExactly(FIRST.withRestarts(7));
  }

  @Test
  void anOlderWordOfADroppedOrChangedSessionIsIgnored() {
    SessionPlan one = SessionPlan.of(List.of("A10001", "A10009"), 1, 41, 1);
    SessionEnumerator enumerator =
        enumerator(one, new SessionEnumeratorState(TWO.keys(), List.of()));
    SessionSplit restored = FIRST.afterRestart();
    readers.register(enumerator, 0, restored);
    readers.register(enumerator, 1, SECOND.afterRestart());
    SessionSplit planned = readers.given(0).get(0);
    assertThat(planned.contracts()).containsExactly("A10001", "A10009");

    readers.fail(enumerator, 0, false);
    readers.register(enumerator, 0, restored, SECOND.afterRestart());

    assertThat(readers.given(0)).containsExactly(planned.afterRestart());
    assertThat(readers.given(1)).isEmpty();
  }
}
