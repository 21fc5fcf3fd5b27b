package io.github.kisfutures.analytics.continuity;

/** Why trades are missing, as far as it is known ({@code docs/numbers.md}, "Causes of gaps"). */
public enum GapCause {
  /** The session had reconnected. */
  RECONNECT,
  /** The job had been restarted. */
  RESTART,
  /** The hole from 0 to the first trade seen of the day. */
  LATE_JOIN,
  /** Nothing explains it. */
  UNKNOWN
}
