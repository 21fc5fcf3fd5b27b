package io.github.kisfutures.analytics.continuity;

/** What continuity says of a trade ({@code docs/numbers.md}, "Continuity"). */
public enum Verdict {
  /** New volume only. */
  ACCEPTED,
  /** All of its volume is covered already: to be dropped. */
  DUPLICATE,
  /** Part of its volume is covered already, or it has no positive volume: kept. */
  ANOMALY;

  /** Whether the trade goes on. */
  public boolean kept() {
    return this != DUPLICATE;
  }
}
