package io.github.kisfutures.simulator;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event at the server.
 *
 * @param event what happens
 * @param at when
 * @param connection number of the connection since the start, from 1; 0 where there is none
 * @param session number of the session (app key), from 1; 0 while it is not known
 * @param contract the contract concerned, or null
 */
public record Happening(
    FaultEvent event, Instant at, int connection, int session, @Nullable String contract) {
  /** Checks what must be there. */
  public Happening {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(at, "at");
  }
}
