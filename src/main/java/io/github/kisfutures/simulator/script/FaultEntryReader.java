package io.github.kisfutures.simulator.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kisfutures.market.ContractCode;
import io.github.kisfutures.simulator.Fault;
import io.github.kisfutures.simulator.FaultEvent;
import io.github.kisfutures.simulator.FaultParameter;
import io.github.kisfutures.simulator.FaultWord;
import io.github.kisfutures.text.NearestWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one entry; every mistake is one sentence that says where and what to write. */
final class FaultEntryReader {
  private static final List<String> TRIGGERS = List.of("at", "every", "on");
  private static final Pattern EVENT =
      Pattern.compile("([a-z]+)(?:\\s+(every)?\\s*([1-9][0-9]{0,9}))?");
  private static final Pattern ERROR_CODE = Pattern.compile("OPSP[0-9]{4}");
  private static final Pattern APPROVAL_CODE = Pattern.compile("EGW[0-9]{5}");
  private static final Pattern CLOSE_CODE =
      Pattern.compile("10(0[0-3]|0[7-9]|1[0-4])|[34][0-9]{3}");

  private static final Duration AHEAD = Duration.ofHours(2);
  private static final Duration FARTHEST_AHEAD = Duration.ofHours(11);

  private final String where;
  private final JsonNode entry;

  FaultEntryReader(String where, JsonNode entry) {
    this.where = where;
    this.entry = entry;
  }

  FaultEntry read() {
    FaultWord word = word();
    requireKnownMembers(word);
    FaultTrigger trigger = trigger();
    if (trigger instanceof FaultTrigger.On on
        && !on.event().isOnConnection()
        && word.strikesAt() == null
        && !word.concernsServer()) {
      throw wrong(
          "there is no connection to "
              + word.word()
              + " at '"
              + on.event().word()
              + "'; use refuse, drop-handshake or wrong-handshake, or another event");
    }
    Fault fault = new Fault(word, session(trigger, word), code(word), time(word), number(word));
    boolean atOnce = word.strikesAt() == null;
    return new FaultEntry(
        trigger,
        fault,
        contract(trigger, word),
        atOnce ? null : integer("count"),
        atOnce ? null : duration(FaultParameter.LENGTH.word(), false));
  }

  private FaultWord word() {
    String text = text("what");
    List<String> known = Arrays.stream(FaultWord.values()).map(FaultWord::word).toList();
    if (text == null) {
      throw wrong("does not say what happens; add 'what: drop' or another fault");
    }
    for (FaultWord word : FaultWord.values()) {
      if (word.word().equals(text)) {
        return word;
      }
    }
    throw wrong("there is no fault '" + text + "'; " + NearestWord.didYouMean(text, known));
  }

  private void requireKnownMembers(FaultWord word) {
    Set<String> known = new TreeSet<>(TRIGGERS);
    known.addAll(List.of("what", "session", "contract"));
    word.parameters().forEach(parameter -> known.add(parameter.word()));
    if (word.strikesAt() != null) {
      known.addAll(List.of("count", FaultParameter.LENGTH.word()));
    }
    for (String member : (Iterable<String>) entry::fieldNames) {
      if (!known.contains(member)) {
        throw wrong(word.word() + " has no '" + member + "'; it has " + String.join(", ", known));
      }
    }
  }

  private FaultTrigger trigger() {
    List<String> given = new ArrayList<>(TRIGGERS);
    given.removeIf(trigger -> !entry.has(trigger));
    if (given.size() != 1) {
      throw wrong("needs exactly one of at, every and on, as 'at: 10 s'");
    }
    return switch (given.get(0)) {
      case "at" -> new FaultTrigger.At(required("at", true));
      case "every" -> new FaultTrigger.Every(required("every", false));
      default -> on();
    };
  }

  private FaultTrigger.On on() {
    String text = String.valueOf(text("on"));
    Matcher matcher = EVENT.matcher(text.strip());
    if (!matcher.matches()) {
      throw wrong(
          "'on: "
              + text
              + "' is not clear; write as 'on: frame', 'on: frame 100' or"
              + " 'on: frame every 50'");
    }
    long number = matcher.group(3) == null ? 1 : Long.parseLong(matcher.group(3));
    return new FaultTrigger.On(event(matcher.group(1)), number, matcher.group(2) != null);
  }

  private FaultEvent event(String text) {
    for (FaultEvent event : FaultEvent.values()) {
      if (event.word().equals(text)) {
        return event;
      }
    }
    List<String> known = Arrays.stream(FaultEvent.values()).map(FaultEvent::word).toList();
    throw wrong("there is no event '" + text + "'; " + NearestWord.didYouMean(text, known));
  }

  private int session(FaultTrigger trigger, FaultWord word) {
    Integer session = integer("session");
    if (session == null) {
      return 0;
    }
    FaultEvent strikesAt = word.strikesAt();
    boolean unknown =
        (strikesAt != null && !strikesAt.namesSession())
            || word.concernsServer()
            || (trigger instanceof FaultTrigger.On on && !on.event().namesSession());
    if (unknown) {
      throw wrong("the session is not known there; leave 'session' out");
    }
    return session;
  }

  private @Nullable String contract(FaultTrigger trigger, FaultWord word) {
    String contract = text("contract");
    if (contract == null) {
      return null;
    }
    FaultEvent strikesAt = word.strikesAt();
    boolean known =
        (strikesAt != null && strikesAt.namesContract())
            || (trigger instanceof FaultTrigger.On on && on.event().namesContract());
    if (!known) {
      throw wrong(word.word() + " concerns all contracts there; leave 'contract' out");
    }
    if (!ContractCode.isValid(contract)) {
      throw wrong("'contract: " + contract + "' is no short code; write as 'contract: 111V06'");
    }
    return contract;
  }

  private @Nullable String code(FaultWord word) {
    String code = text("code");
    switch (word) {
      case ERROR -> requireCode(code, ERROR_CODE, "OPSP0007");
      case APPROVAL_ERROR ->
          requireCode(code == null ? "EGW00201" : code, APPROVAL_CODE, "EGW00201");
      case CLOSE -> requireCode(code == null ? "1001" : code, CLOSE_CODE, "1001");
      default -> {}
    }
    return code;
  }

  private void requireCode(@Nullable String code, Pattern form, String example) {
    if (code == null || !form.matcher(code).matches()) {
      throw wrong(
          "needs a code such as 'code: " + example + "'" + (code == null ? "" : ", not " + code));
    }
  }

  /** The one duration that a word may have; a restart may take no time at all. */
  private Duration time(FaultWord word) {
    for (FaultParameter parameter : word.parameters()) {
      if (parameter.isTime()) {
        if (word == FaultWord.RESTART && !entry.has(parameter.word())) {
          return Duration.ZERO;
        }
        return switch (parameter) {
          case BY -> signed();
          case AHEAD -> ahead();
          default -> required(parameter.word(), false);
        };
      }
    }
    return Duration.ZERO;
  }

  private Duration signed() {
    String text = text(FaultParameter.BY.word());
    Duration by = text == null ? null : ScriptDuration.parse(text);
    if (by == null || by.toSeconds() == 0) {
      throw wrong("needs whole seconds by which the clock is wrong, as 'by: -90 s'");
    }
    return bounded(FaultParameter.BY.word(), text, by);
  }

  /** Half a day ahead would be half a day behind. */
  private Duration ahead() {
    String member = FaultParameter.AHEAD.word();
    Duration by = entry.has(member) ? required(member, false) : AHEAD;
    if (by.toSeconds() == 0 || by.compareTo(FARTHEST_AHEAD) > 0) {
      throw wrong("a clock is ahead by 1 s to 11 h, as 'by: 2 h', not by " + text(member));
    }
    return by;
  }

  private int number(FaultWord word) {
    for (FaultParameter parameter : word.parameters()) {
      if (parameter.isNumber()) {
        Integer number = integer(parameter.word());
        if (number != null && number > parameter.largest()) {
          throw wrong(
              "'%s: %d' is too much; at most %d"
                  .formatted(parameter.word(), number, parameter.largest()));
        }
        return number == null ? 0 : number;
      }
    }
    return 0;
  }

  private Duration required(String member, boolean zeroAllowed) {
    Duration duration = duration(member, zeroAllowed);
    if (duration == null) {
      throw wrong("needs a duration, as '" + member + ": 10 s'");
    }
    return duration;
  }

  private @Nullable Duration duration(String member, boolean zeroAllowed) {
    String text = text(member);
    if (text == null) {
      return null;
    }
    Duration duration = ScriptDuration.parse(text);
    if (duration == null || duration.isNegative() || (duration.isZero() && !zeroAllowed)) {
      throw wrong("'" + member + ": " + text + "' is no duration; write as '" + member + ": 10 s'");
    }
    return bounded(member, text, duration);
  }

  private Duration bounded(String member, @Nullable String text, Duration duration) {
    if (duration.abs().compareTo(ScriptDuration.LONGEST) > 0) {
      throw wrong(
          "'%s: %s' is too long; at most %d h"
              .formatted(member, text, ScriptDuration.LONGEST.toHours()));
    }
    return duration;
  }

  private @Nullable Integer integer(String member) {
    String text = text(member);
    if (text == null) {
      return null;
    }
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw wrong(
          "'" + member + ": " + text + "' is no number from 1 on; write as '" + member + ": 3'");
    }
    return Integer.valueOf(text);
  }

  private @Nullable String text(String member) {
    JsonNode value = entry.get(member);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw wrong("'" + member + "' must be a plain value");
    }
    return value.asText();
  }

  private FaultScriptException wrong(String what) {
    return new FaultScriptException(where + what);
  }
}
