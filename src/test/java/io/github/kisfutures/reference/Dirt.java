package io.github.kisfutures.reference;

/**
 * What can be wrong with a captured day. Unless it says otherwise, a rate is per mille of frames.
 */
public enum Dirt {
  /** The frame comes once more, up to seconds or minutes later. */
  DUPLICATED(10),
  /** Later frames overtake it, within max-out-of-orderness of event time. */
  REORDERED(100),
  /** Its records have 50 to 52 fields. */
  WIDER(50),
  /** It is cut somewhere. */
  TRUNCATED(3),
  /** It never comes. */
  MISSING(3),
  /** Some optional fields of its records are blank, nan, -nan or inf. */
  BLANKS(60),
  /** One '^' too many at the end. */
  TRAILING_CARET(30),
  /** One of its records has an impossible or a blank time. */
  BAD_TIME(2),
  /** It comes two to ten minutes late, behind closed windows. */
  VERY_LATE(2),
  /** A frame of another TR follows. */
  OTHER_TR(5),
  /** An encrypted frame follows. */
  ENCRYPTED(2),
  /** A control message follows: a PINGPONG or an acknowledgement. */
  CONTROL_MESSAGE(5),
  /** Per mille of the day in which nothing is received, in three outages. */
  OUTAGE(15),
  /** Per mille of the contracts that are joined up to two hours late. */
  LATE_JOIN(300);

  private final int typicalPerMille;

  Dirt(int typicalPerMille) {
    this.typicalPerMille = typicalPerMille;
  }

  int typicalPerMille() {
    return typicalPerMille;
  }
}
