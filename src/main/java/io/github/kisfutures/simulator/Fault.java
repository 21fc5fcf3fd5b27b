package io.github.kisfutures.simulator;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fault that strikes.
 *
 * @param word what happens
 * @param session the session (app key) it is meant for, by its number from 1; 0 for any
 * @param code a code for {@link FaultParameter#CODE}, or null for the word's own
 * @param time the word's duration; zero where it has none
 * @param number the word's number; 0 for the word's own
 */
public record Fault(FaultWord word, int session, @Nullable String code, Duration time, int number) {
  /** Checks what must be there. */
  public Fault {
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(time, "time");
  }

  /** A fault for any session with nothing but its name. */
  public static Fault of(FaultWord word) {
    return new Fault(word, 0, null, Duration.ZERO, 0);
  }

  String codeOr(String standard) {
    return code == null ? standard : code;
  }

  int numberOr(int standard) {
    return number == 0 ? standard : number;
  }
}
