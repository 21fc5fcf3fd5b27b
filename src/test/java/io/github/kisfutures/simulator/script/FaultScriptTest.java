package io.github.kisfutures.simulator.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.simulator.Fault;
import io.github.kisfutures.simulator.FaultEvent;
import io.github.kisfutures.simulator.FaultWord;
import io.github.kisfutures.simulator.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultScriptTest {
  private static final Instant START = Instant.parse("2026-07-10T00:00:00Z");

  private final List<Long> struck = new ArrayList<>();

  private static FaultScript script(String entry) {
    FaultScript script = FaultScript.of("faults.yaml", "- {" + entry + "}");
    script.begin(START);
    return script;
  }

  private static Instant at(double seconds) {
    return START.plus(Duration.ofMillis((long) (seconds * 1000)));
  }

  private static Happening frame(double seconds, int session, @Nullable String contract) {
    return new Happening(FaultEvent.FRAME, at(seconds), 1, session, contract);
  }

  /** Which of the frames 1 to n, one a second, are struck. */
  private List<Long> frames(String entry, int n) {
    FaultScript script = script(entry);
    for (int i = 1; i <= n; i++) {
      assertThat(script.tick(at(i - 0.5))).as("a fault of frames is none of the clock").isEmpty();
      for (Fault fault : script.on(frame((double) i, 1, "111V06"))) {
        assertThat(fault.word()).isEqualTo(FaultWord.LOSE);
        struck.add((long) i);
      }
    }
    return struck;
  }

  @Test
  void armedByTheClockItStrikesTheNextChance() {
    assertThat(frames("at: 2500 ms, what: lose", 9)).containsExactly(3L);
  }

  @Test
  void withACountItStrikesSoManyChances() {
    assertThat(frames("at: 2500 ms, what: lose, count: 3", 9)).containsExactly(3L, 4L, 5L);
  }

  @Test
  void withALengthItStrikesAllChancesUntilThen() {
    assertThat(frames("at: 2500 ms, what: lose, for: 2 s", 9)).containsExactly(3L, 4L);
  }

  @Test
  void withBothItEndsWithTheFirst() {
    assertThat(frames("at: 2500 ms, what: lose, count: 2, for: 1 h", 9)).containsExactly(3L, 4L);
  }

  @Test
  void armedAgainAndAgain() {
    assertThat(frames("every: 3 s, what: lose", 10)).containsExactly(3L, 6L, 9L);
  }

  @Test
  void armedByAnEvent() {
    assertThat(frames("on: frame, what: lose", 9)).containsExactly(1L);
  }

  @Test
  void armedByANumberedEvent() {
    assertThat(frames("on: frame 4, what: lose, count: 2", 9)).containsExactly(4L, 5L);
  }

  @Test
  void armedByEachSoManyEvents() {
    assertThat(frames("on: frame every 4, what: lose", 9)).containsExactly(4L, 8L);
  }

  @Test
  void anotherEventCanArmIt() {
    FaultScript script = script("on: echo, what: lose");
    assertThat(script.on(frame(1, 1, "111V06"))).isEmpty();
    assertThat(script.on(new Happening(FaultEvent.ECHO, at(2), 1, 1, null))).isEmpty();
    assertThat(script.on(frame(3, 1, "111V06"))).hasSize(1);
    assertThat(script.on(frame(4, 1, "111V06"))).isEmpty();
  }

  @Test
  void eventsOfOtherSessionsAndContractsAreNotCounted() {
    FaultScript script = script("on: frame 2, what: lose, session: 2, contract: A50607");
    assertThat(script.on(frame(1, 2, "A50607"))).isEmpty();
    assertThat(script.on(frame(2, 1, "A50607"))).isEmpty();
    assertThat(script.on(frame(3, 2, "111V06"))).isEmpty();
    assertThat(script.on(frame(4, 2, "A50607"))).hasSize(1);
  }

  @Test
  void aFaultThatStrikesAtOnceIsTheClocks() {
    FaultScript script = script("at: 2500 ms, what: drop, session: 2");
    assertThat(script.tick(at(2))).isEmpty();
    assertThat(script.on(frame(3, 2, "111V06"))).isEmpty();
    assertThat(script.tick(at(3)))
        .containsExactly(new Fault(FaultWord.DROP, 2, null, Duration.ZERO, 0));
    assertThat(script.tick(at(9))).isEmpty();
  }

  @Test
  void orTheEvents() {
    FaultScript script = script("on: frame every 2, what: drop");
    assertThat(script.on(frame(1, 1, "111V06"))).isEmpty();
    assertThat(script.tick(at(1.5))).isEmpty();
    assertThat(script.on(frame(2, 1, "111V06"))).containsExactly(Fault.of(FaultWord.DROP));
    assertThat(script.tick(at(2.5))).isEmpty();
    assertThat(script.on(frame(3, 1, "111V06"))).isEmpty();
    assertThat(script.on(frame(4, 1, "111V06"))).hasSize(1);
  }

  @Test
  void severalFaultsStrikeTogether() {
    FaultScript script =
        FaultScript.of("faults.yaml", "- {on: frame, what: widen}\n- {on: frame, what: duplicate}");
    script.begin(START);
    assertThat(script.on(frame(1, 1, "111V06")))
        .extracting(Fault::word)
        .containsExactly(FaultWord.WIDEN, FaultWord.DUPLICATE);
  }
}
