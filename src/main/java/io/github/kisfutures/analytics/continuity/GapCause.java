package io.github.kisfutures.analytics.continuity;

/** Why trades are missing, as far as the two trades beside the hole tell. */
public enum GapCause {
  /** They came on different connections, none of which carried both. */
  RECONNECT,
  /** The job was restarted between them. */
  RESTART,
  /** The hole from 0 to the first trade seen of the day. */
  LATE_JOIN,
  /** One connection carried both: the exchange counted what was not pushed. */
  NOT_SENT,
  /** No hole: the day's counters contradict what they said before, and count anew. */
  COUNTERS,
  /** Nobody can know, as from a capture that does not say which connection it was. */
  UNKNOWN
}
