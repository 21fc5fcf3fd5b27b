package io.github.kisfutures.source.enumerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.source.split.SessionSplit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionPlanTest {
  private static final int MAX = 41;

  @Test
  void oneKeyCarriesFortyOneContractsAndNotOneMore() {
    assertThat(SessionPlan.of(contracts(41), 1, MAX, 1).sessions())
        .containsExactly(new SessionSplit("session-1", 0, 0, contracts(41), 0));
    assertThatThrownBy(() -> SessionPlan.of(contracts(42), 1, MAX, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "42 contracts at 41 a session (feed.max-registrations) with feed.redundancy 1 need"
                + " 2 app keys, but feed.credentials gives 1: add app keys or name fewer contracts");
  }

  @Test
  void redundancyMultipliesTheKeysNeeded() {
    assertThatThrownBy(() -> SessionPlan.of(contracts(83), 5, MAX, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("83 contracts at 41 a session")
        .hasMessageContaining("feed.redundancy 2 need 6 app keys, but feed.credentials gives 5");
    assertThat(SessionPlan.of(contracts(83), 6, MAX, 2).sessions()).hasSize(6);
  }

  @Test
  void noContractIsRefused() {
    assertThatThrownBy(() -> SessionPlan.of(List.of(), 1, MAX, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("feed.contracts is empty: name at least one contract");
  }

  @Test
  void aRepeatedContractCountsOnce() {
    List<String> twice = new ArrayList<>(contracts(41));
    twice.addAll(contracts(41));

    assertThat(SessionPlan.of(twice, 1, MAX, 1).sessions().get(0).contracts())
        .containsExactlyElementsOf(contracts(41));
  }

  @ParameterizedTest(name = "{0} contracts, {1} keys, redundancy {2}")
  @CsvSource({
    "1, 1, 1",
    "1, 2, 2",
    "41, 1, 1",
    "82, 2, 1",
    "83, 3, 1",
    "83, 4, 1",
    "7, 3, 1",
    "2, 9, 3",
    "50, 6, 2",
    "123, 9, 3",
    "265, 7, 1",
    "265, 14, 2"
  })
  void everyContractIsCarriedByAsManyKeysAsAskedInBalance(
      int contracts, int credentials, int redundancy) {
    List<SessionSplit> sessions =
        SessionPlan.of(contracts(contracts), credentials, MAX, redundancy).sessions();

    Map<String, Set<Integer>> carriers = new HashMap<>();
    Set<Integer> keys = new HashSet<>();
    Set<String> names = new TreeSet<>();
    Set<Integer> sizes = new TreeSet<>();
    for (SessionSplit session : sessions) {
      assertThat(keys.add(session.credential())).as("one key, one session").isTrue();
      assertThat(names.add(session.session())).as("names are unique").isTrue();
      assertThat(session.credential()).isBetween(0, credentials - 1);
      assertThat(session.contracts()).hasSizeBetween(1, MAX);
      assertThat(session.restarts()).isZero();
      sizes.add(session.contracts().size());
      for (String contract : session.contracts()) {
        assertThat(
                carriers
                    .computeIfAbsent(contract, any -> new HashSet<>())
                    .add(session.credential()))
            .isTrue();
      }
    }
    assertThat(carriers).containsOnlyKeys(contracts(contracts));
    assertThat(carriers.values()).allSatisfy(some -> assertThat(some).hasSize(redundancy));
    assertThat(sizes.stream().mapToInt(Integer::intValue).max().orElseThrow())
        .as("balanced: %s", sizes)
        .isLessThanOrEqualTo(sizes.iterator().next() + 1);
  }

  @ParameterizedTest(name = "{0} keys, redundancy {1}")
  @CsvSource({"1, 1", "3, 1", "7, 1", "6, 2", "7, 2", "9, 3"})
  void appendingAContractMovesNone(int credentials, int redundancy) {
    int most = credentials / redundancy * MAX;
    for (int size = 1; size < most; size++) {
      List<SessionSplit> before =
          SessionPlan.of(contracts(size), credentials, MAX, redundancy).sessions();
      SessionPlan after = SessionPlan.of(contracts(size + 1), credentials, MAX, redundancy);
      List<SessionSplit> sessions = after.sessions();
      for (int i = 0; i < before.size(); i++) {
        SessionSplit session = before.get(i);
        SessionSplit same = sessions.get(i);

        assertThat(same.contracts())
            .as("%s with %d contracts and one more", session.session(), size)
            .startsWith(session.contracts().toArray(String[]::new));
        assertThat(same.credential()).isEqualTo(session.credential());
      }
    }
  }

  @ParameterizedTest(name = "{0} contracts, {1} keys, redundancy {2}")
  @CsvSource({"41, 2, 2", "82, 4, 2", "82, 5, 2", "123, 9, 3", "1, 3, 3"})
  void copiesRunOnDifferentSubtasksWhereThereAreEnough(
      int contracts, int credentials, int redundancy) {
    List<SessionSplit> sessions =
        SessionPlan.of(contracts(contracts), credentials, MAX, redundancy).sessions();
    for (int parallelism = redundancy; parallelism <= sessions.size(); parallelism++) {
      Map<String, Set<Integer>> subtasks = new HashMap<>();
      Set<Integer> used = new HashSet<>();
      for (SessionSplit session : sessions) {
        int subtask = Math.floorMod(session.placement(), parallelism);
        used.add(subtask);
        for (String contract : session.contracts()) {
          subtasks.computeIfAbsent(contract, any -> new HashSet<>()).add(subtask);
        }
      }
      assertThat(subtasks.values())
          .as("parallelism " + parallelism)
          .allSatisfy(some -> assertThat(some).hasSize(redundancy));
      assertThat(used).as("no subtask is without a session").hasSize(parallelism);
    }
  }

  private static List<String> contracts(int count) {
    return IntStream.range(0, count).mapToObj(i -> String.format("A%05d", i)).toList();
  }
}
