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
  LATE_JOIN(300),

  /** A lie, per mille of trades: the contract's cumulative fields begin at 0 again. */
  RESET_COUNTERS(1),
  /** A lie, per mille of contracts: the first record has totals of another day. */
  STALE_TOTALS(500),
  /** A lie, per mille of trades: its ACML_VOL is far too large. */
  WILD_VOLUME(1),
  /** A lie, per mille of trades: at least as many contracts are cancelled before it. */
  CANCEL(2),
  /** A lie, per mille of trades: fewer are cancelled, so that it overlaps what was before. */
  CANCEL_FEW(1),
  /** A lie, per mille of trades: a record of price 0 and quantity 0 follows. */
  ZERO_TRADE(3),
  /** A lie, per mille of trades: numbers in other spellings. */
  ODD_NUMBER(10),
  /** A lie, per mille of trades: an open interest of 0. */
  NO_INTEREST(20),
  /** A lie, per mille of trades: the contract's clock goes ahead for some minutes. */
  FUTURE_TIME(1);

  private final int typicalPerMille;

  Dirt(int typicalPerMille) {
    this.typicalPerMille = typicalPerMille;
  }

  /** Whether the feed says what is not so, in frames that keep to the grammar. */
  boolean isLie() {
    return ordinal() >= RESET_COUNTERS.ordinal();
  }

  int typicalPerMille() {
    return typicalPerMille;
  }
}
