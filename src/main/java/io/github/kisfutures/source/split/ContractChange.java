package io.github.kisfutures.source.split;

import java.io.Serializable;
import java.util.Objects;

/**
 * A contract that came into the configured list, or left it, since the last checkpoint; a row of
 * {@code feed_events} tells of it.
 *
 * @param contract short code
 * @param kind which of the two
 */
public record ContractChange(String contract, Kind kind) implements Serializable {

  /** Checks that both are there. */
  public ContractChange {
    Objects.requireNonNull(contract, "contract");
    Objects.requireNonNull(kind, "kind");
  }

  /** One sentence for people. */
  public String sentence() {
    return kind == Kind.ADDED
        ? contract + " was added to feed.contracts since the last checkpoint"
        : contract + " was removed from feed.contracts since the last checkpoint";
  }

  /** What can happen to a contract; the name is the code of the event. */
  public enum Kind {
    /** Not carried before. */
    ADDED,
    /** Not carried any more. */
    REMOVED
  }
}
