package io.github.kisfutures.simulator.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.kisfutures.simulator.Fault;
import io.github.kisfutures.simulator.FaultEvent;
import io.github.kisfutures.simulator.FaultWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultScriptReaderTest {
  @TempDir Path directory;

  private static List<FaultEntry> read(String... lines) {
    return FaultScriptReader.read("faults.yaml", String.join("\n", lines));
  }

  @Test
  void readsEntriesInTheirOrder() {
    assertThat(
            read(
                "# a comment",
                "- at: 1500 ms",
                "  what: drop",
                "- every: 2 min",
                "  what: skew",
                "  by: -90 s",
                "  contract: 111V06",
                "  count: 3",
                "- {on: frame every 50, what: fragment, parts: 4, session: 2, for: 1 h}",
                "- on: subscribe",
                "  what: error",
                "  code: OPSP0008",
                "- on: midnight 2",
                "  what: restart"))
        .containsExactly(
            new FaultEntry(
                new FaultTrigger.At(Duration.ofMillis(1500)),
                Fault.of(FaultWord.DROP),
                null,
                null,
                null),
            new FaultEntry(
                new FaultTrigger.Every(Duration.ofMinutes(2)),
                new Fault(FaultWord.SKEW, 0, null, Duration.ofSeconds(-90), 0),
                "111V06",
                3,
                null),
            new FaultEntry(
                new FaultTrigger.On(FaultEvent.FRAME, 50, true),
                new Fault(FaultWord.FRAGMENT, 2, null, Duration.ZERO, 4),
                null,
                null,
                Duration.ofHours(1)),
            new FaultEntry(
                new FaultTrigger.On(FaultEvent.SUBSCRIBE, 1, false),
                new Fault(FaultWord.ERROR, 0, "OPSP0008", Duration.ZERO, 0),
                null,
                null,
                null),
            new FaultEntry(
                new FaultTrigger.On(FaultEvent.MIDNIGHT, 2, false),
                Fault.of(FaultWord.RESTART),
                null,
                null,
                null));
  }

  @Test
  void readsTheLies() {
    assertThat(
            read(
                "- {at: 1 s, what: future-time}",
                "- {at: 1 s, what: future-time, by: 90 s, contract: 111V06}",
                "- {on: frame 20, what: cancel, volume: 25}",
                "- {on: frame 30, what: reset-counters}"))
        .extracting(FaultEntry::fault)
        .containsExactly(
            new Fault(FaultWord.FUTURE_TIME, 0, null, Duration.ofHours(2), 0),
            new Fault(FaultWord.FUTURE_TIME, 0, null, Duration.ofSeconds(90), 0),
            new Fault(FaultWord.CANCEL, 0, null, Duration.ZERO, 25),
            Fault.of(FaultWord.RESET_COUNTERS));
  }

  @Test
  void anEmptyScriptHasNoFaults() {
    assertThat(read("")).isEmpty();
    assertThat(read("# nothing yet")).isEmpty();
    assertThat(read("[]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "at: 10 s, what: dorp; there is no fault 'dorp'. did you mean 'drop'?",
        "at: 10 s; does not say what happens. add 'what: drop' or another fault",
        "what: drop; needs exactly one of at, every and on, as 'at: 10 s'",
        "at: 1 s, every: 1 s, what: drop; needs exactly one of at, every and on, as 'at: 10 s'",
        "at: soon, what: drop; 'at: soon' is no duration. write as 'at: 10 s'",
        "at: -1 s, what: drop; 'at: -1 s' is no duration. write as 'at: 10 s'",
        "every: 0 s, what: drop; 'every: 0 s' is no duration. write as 'every: 10 s'",
        "on: frames, what: drop; there is no event 'frames'. did you mean 'frame'?",
        "on: frame x, what: drop; 'on: frame x' is not clear. write as 'on: frame', 'on: frame 100' or 'on: frame every 50'",
        "on: frame 0, what: drop; 'on: frame 0' is not clear. write as 'on: frame', 'on: frame 100' or 'on: frame every 50'",
        "on: handshake, what: drop; there is no connection to drop at 'handshake'. use refuse, drop-handshake or wrong-handshake, or another event",
        "at: 1 s, what: drop, count: 2; drop has no 'count'. it has at, contract, every, on, session, what",
        "at: 1 s, what: lose, count: 0; 'count: 0' is no number from 1 on. write as 'count: 3'",
        "at: 1 s, what: lose, for: ever; 'for: ever' is no duration. write as 'for: 10 s'",
        "at: 1 s, what: lose, contract: samsung; 'contract: samsung' is no short code. write as 'contract: 111V06'",
        "at: 1 s, what: withhold-pingpong, contract: 111V06; withhold-pingpong concerns all contracts there. leave 'contract' out",
        "at: 1 s, what: refuse, session: 1; the session is not known there. leave 'session' out",
        "on: midnight, what: drop, session: 1; the session is not known there. leave 'session' out",
        "at: 1 s, what: error; needs a code such as 'code: OPSP0007'",
        "at: 1 s, what: error, code: 8; needs a code such as 'code: OPSP0007', not 8",
        "at: 1 s, what: approval-error, code: OPSP0007; needs a code such as 'code: EGW00201', not OPSP0007",
        "at: 1 s, what: close, code: 1006; needs a code such as 'code: 1001', not 1006",
        "at: 1 s, what: skew; needs whole seconds by which the clock is wrong, as 'by: -90 s'",
        "at: 1 s, what: future-time, by: 12 h; a clock is ahead by 1 s to 11 h, as 'by: 2 h', not by 12 h",
        "at: 1 s, what: future-time, by: 10 ms; a clock is ahead by 1 s to 11 h, as 'by: 2 h', not by 10 ms",
        "at: 1 s, what: cancel, volume: 0; 'volume: 0' is no number from 1 on. write as 'volume: 3'",
        "at: 1 s, what: blank, volume: 3; blank has no 'volume'. it has at, contract, count, every, for, on, session, what",
        "at: 1 s, what: slow-accept; needs a duration, as 'delay: 10 s'",
        "at: 1 s, what: hold-slot; needs a duration, as 'hold: 10 s'",
        "at: 1 s, what: stall; needs a duration, as 'for: 10 s'",
        "on: frame, what: widen, fields: 999999999; 'fields: 999999999' is too much. at most 1000",
        "on: frame, what: fragment, parts: 1001; 'parts: 1001' is too much. at most 1000",
        "at: 1 s, what: burst, rate: 100000000, for: 1 s; 'rate: 100000000' is too much. at most 1000000",
        "at: 999999999 h, what: drop; 'at: 999999999 h' is too long. at most 8784 h",
        "on: frame, what: skew, by: -8785 h; 'by: -8785 h' is too long. at most 8784 h",
        "at: 1 s, what: [drop]; 'what' must be a plain value",
      })
  void aWrongEntryIsOneLineThatSaysWhereAndWhatToWrite(String entry, String said) {
    assertThatExceptionOfType(FaultScriptException.class)
        .isThrownBy(() -> read("- at: 1 s", "  what: drop", "", "- {" + entry + "}"))
        .withMessage("faults.yaml line 4 (entry 2): " + said.replaceFirst("\\. ", "; "));
  }

  @Test
  void aFileThatIsNoScriptIsOneLine() {
    assertThatExceptionOfType(FaultScriptException.class)
        .isThrownBy(() -> read("at: 1 s", "what: drop"))
        .withMessage(
            "faults.yaml is no list of faults: begin each with '- at:', '- every:' or '- on:'");
    assertThatExceptionOfType(FaultScriptException.class)
        .isThrownBy(() -> read("- drop"))
        .withMessage(
            "faults.yaml line 1 (entry 1): is no fault: write '- at: 10 s' and below it 'what:"
                + " drop'");
    assertThatExceptionOfType(FaultScriptException.class)
        .isThrownBy(() -> read("- at: 1 s", "  what: 'drop"))
        .withMessageStartingWith("faults.yaml line ")
        .withMessageContaining("is not YAML")
        .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("\n"));
  }

  @Test
  void whatALenientReaderWouldLeaveOutIsOneLine() {
    assertThatExceptionOfType(FaultScriptException.class)
        .isThrownBy(() -> read("- {at: 1 s, what: drop}", "---", "- {at: 2 s, what: drop}"))
        .withMessage(
            "faults.yaml line 2 begins a second document ('---'); one file is one document");
    assertThatExceptionOfType(FaultScriptException.class)
        .isThrownBy(() -> read("- at: 1 s", "  what: drop", "  at: 2 s"))
        .withMessage("faults.yaml line 3: 'at' is there twice; remove one");
    assertThat(read("\uFEFF- {at: 1 s, what: drop}")).hasSize(1);
  }

  @Test
  void aFileThatIsNotThereIsOneLine() throws Exception {
    Path missing = directory.resolve("faults.yaml");
    assertThatExceptionOfType(FaultScriptException.class)
        .isThrownBy(() -> FaultScript.of(missing))
        .withMessage("there is no fault script " + missing);
    Files.writeString(missing, "- {at: 1 s, what: drop}");
    assertThat(FaultScriptReader.read(missing)).hasSize(1);
  }
}
