package io.github.kisfutures.analytics.continuity;

/** What continuity says of a record. */
public enum Verdict {
  /** New volume only. */
  ACCEPTED,
  /** All of its volume is covered already, and nothing shows that it is another trade. */
  DUPLICATE,
  /** Part of its volume is covered already: an anomaly, kept. */
  OVERLAP,
  /** It has no contracts: an anomaly, kept, but in no bar. */
  NO_TRADE,
  /** It contradicts what the day's counters have said: it begins a new run of them. */
  CONTRADICTION;

  /** Whether the record is kept. */
  public boolean kept() {
    return this != DUPLICATE;
  }

  /** Whether the record is counted as an anomaly. */
  public boolean isAnomaly() {
    return this == OVERLAP || this == NO_TRADE;
  }
}
