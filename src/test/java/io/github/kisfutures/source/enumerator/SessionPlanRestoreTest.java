package io.github.kisfutures.source.enumerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.source.split.ContractChange;
import io.github.kisfutures.source.split.SessionSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionPlanRestoreTest {
  private static final int LIMIT = 41;

  private static SessionPlan plan(int keys, String... contracts) {
    return SessionPlan.of(List.of(contracts), keys, LIMIT, 1);
  }

  private static Map<String, List<String>> carried(List<SessionSplit> sessions) {
    Map<String, List<String>> carried = new TreeMap<>();
    sessions.forEach(session -> carried.put(session.session(), session.contracts()));
    return carried;
  }

  private static PreviousSessions after(SessionPlan plan, List<SessionSplit> sessions) {
    return new PreviousSessions(
        plan.keys(), sessions.stream().map(s -> s.afterRestart().withChanges(List.of())).toList());
  }

  private static List<SessionSplit> next(SessionPlan from, SessionPlan to) {
    return to.sessions(after(from, from.sessions()));
  }

  @Test
  void aNewContractMovesNoneWhereverItStands() {
    SessionPlan from = plan(2, "A10001", "A10002", "A10003", "A10004");
    List<SessionSplit> sessions =
        next(from, plan(2, "A10009", "A10001", "A10008", "A10002", "A10003", "A10004"));
    assertThat(carried(sessions))
        .isEqualTo(
            Map.of(
                "session-1", List.of("A10009", "A10001", "A10003"),
                "session-2", List.of("A10008", "A10002", "A10004")));
    assertThat(sessions.get(0).changes())
        .containsExactly(new ContractChange("A10009", ContractChange.Kind.ADDED));
    assertThat(sessions.get(1).changes())
        .containsExactly(new ContractChange("A10008", ContractChange.Kind.ADDED));
    assertThat(sessions).extracting(SessionSplit::restarts).containsOnly(1);
  }

  @Test
  void aRemovedContractMakesRoomWithoutMovingOthers() {
    SessionPlan from = plan(2, "A10001", "A10002", "A10003", "A10004");
    SessionPlan to = plan(2, "A10002", "A10003", "A10007", "A10004");
    List<SessionSplit> sessions = next(from, to);
    assertThat(carried(sessions))
        .isEqualTo(
            Map.of(
                "session-1", List.of("A10003", "A10007"),
                "session-2", List.of("A10002", "A10004")));
    assertThat(sessions.get(0).changes())
        .containsExactly(
            new ContractChange("A10007", ContractChange.Kind.ADDED),
            new ContractChange("A10001", ContractChange.Kind.REMOVED));
    assertThat(sessions.get(1).changes()).isEmpty();
  }

  @Test
  void aSessionThatLostAllItsContractsIsToldOfByAnother() {
    List<SessionSplit> sessions = next(plan(2, "A10001", "A10002"), plan(2, "A10002"));
    assertThat(carried(sessions)).isEqualTo(Map.of("session-2", List.of("A10002")));
    assertThat(sessions.get(0).changes())
        .containsExactly(new ContractChange("A10001", ContractChange.Kind.REMOVED));
  }

  @Test
  void aCopiedContractIsToldOfOnce() {
    SessionPlan from = SessionPlan.of(List.of("A10001"), 2, LIMIT, 2);
    SessionPlan to = SessionPlan.of(List.of("A10001", "A10002"), 2, LIMIT, 2);
    assertThat(next(from, to).stream().flatMap(s -> s.changes().stream()))
        .containsExactly(new ContractChange("A10002", ContractChange.Kind.ADDED));
  }

  @Test
  void changesNotToldYetAreKept() {
    SessionPlan plan = plan(1, "A10001");
    ContractChange untold = new ContractChange("A10005", ContractChange.Kind.REMOVED);
    SessionSplit restored = plan.sessions().get(0).afterRestart().withChanges(List.of(untold));
    assertThat(plan.sessions(new PreviousSessions(plan.keys(), List.of(restored))))
        .containsExactly(restored);
  }

  @Test
  void anAddedKeyTakesItsShare() {
    SessionPlan from = plan(1, "A10001", "A10002", "A10003", "A10004", "A10005");
    SessionPlan to = plan(2, "A10001", "A10002", "A10003", "A10004", "A10005", "A10006");
    assertThat(carried(next(from, to)))
        .isEqualTo(
            Map.of(
                "session-1", List.of("A10001", "A10002", "A10003"),
                "session-2", List.of("A10004", "A10005", "A10006")));
  }

  @Test
  void contractsOfALostKeyGoToTheOthers() {
    SessionPlan from = plan(3, "A10001", "A10002", "A10003", "A10004");
    assertThat(carried(next(from, plan(2, "A10001", "A10002", "A10003", "A10004"))))
        .isEqualTo(
            Map.of(
                "session-1", List.of("A10001", "A10004"),
                "session-2", List.of("A10002", "A10003")));
  }

  @Test
  void anotherRedundancyDealsAnew() {
    SessionPlan from = SessionPlan.of(List.of("A10001", "A10002"), 4, LIMIT, 2);
    SessionPlan to = SessionPlan.of(List.of("A10001", "A10002"), 4, LIMIT, 1);
    assertThat(carried(next(from, to))).isEqualTo(carried(to.sessions()));
  }

  /** Random lists that grow and shrink, over many restores. */
  @Test
  void keepsEveryContractWhereItWas() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> all =
        new ArrayList<>(IntStream.range(0, 60).mapToObj(i -> "C" + (10000 + i)).toList());
    SessionPlan plan = SessionPlan.of(all.subList(0, 10), 4, 20, 1);
    List<SessionSplit> sessions = plan.sessions();
    for (int round = 0; round < 200; round++) {
      Collections.shuffle(all, random);
      SessionPlan changed = SessionPlan.of(all.subList(0, 1 + random.nextInt(60)), 4, 20, 1);
      List<SessionSplit> next = changed.sessions(after(plan, sessions));
      Map<String, String> before = carriers(sessions);
      carriers(next)
          .forEach(
              (contract, session) ->
                  assertThat(before.getOrDefault(contract, session))
                      .as("session of %s with seed %d", contract, seed)
                      .isEqualTo(session));
      assertThat(carriers(next).keySet())
          .as("contracts carried with seed %d", seed)
          .isEqualTo(new TreeSet<>(changed.contracts()));
      assertThat(next)
          .as("sessions with seed %d", seed)
          .allSatisfy(session -> assertThat(session.contracts()).hasSizeBetween(1, 20));
      plan = changed;
      sessions = next;
    }
  }

  private static Map<String, String> carriers(List<SessionSplit> sessions) {
    Map<String, String> carriers = new TreeMap<>();
    for (SessionSplit session : sessions) {
      session.contracts().forEach(contract -> carriers.put(contract, session.session()));
    }
    assertThat(carriers.size())
        .as("contracts carried once of %s", Arrays.asList(sessions))
        .isEqualTo(sessions.stream().mapToInt(session -> session.contracts().size()).sum());
    return carriers;
  }
}
