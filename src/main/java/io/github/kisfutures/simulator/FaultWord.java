package io.github.kisfutures.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the simulator can do wrong: the words of a fault script. The page {@code
 * docs/reference/faults.md} is made from here.
 */
public enum FaultWord {
  /** End without a close frame. */
  DROP("drop", null, "the TCP connection ends without a close frame (1006)"),
  /** End with a close frame. */
  CLOSE(
      "close",
      null,
      "the connection ends with a close frame; `code` is 1001 unless given",
      FaultParameter.CODE),
  /** Silence. */
  HALF_OPEN(
      "half-open", null, "the connection stays, but nothing is sent any more and nothing answered"),
  /** The server does not read. */
  STALL(
      "stall",
      null,
      "the server stops reading the connection `for` a while, but goes on sending",
      FaultParameter.LENGTH),
  /** No connections. */
  REFUSE("refuse", FaultEvent.CONNECT, "a TCP connection is reset as soon as it arrives"),
  /** A late handshake. */
  SLOW_ACCEPT(
      "slow-accept",
      FaultEvent.HANDSHAKE,
      "the answer to a handshake takes `delay`",
      FaultParameter.DELAY),
  /** No handshake. */
  DROP_HANDSHAKE(
      "drop-handshake", FaultEvent.HANDSHAKE, "the connection ends instead of the answer"),
  /** Not a handshake. */
  WRONG_HANDSHAKE(
      "wrong-handshake", FaultEvent.HANDSHAKE, "the answer is no WebSocket's (HTTP 200)"),
  /** No approval key. */
  APPROVAL_ERROR(
      "approval-error",
      FaultEvent.APPROVAL,
      "no approval key but `code`: EGW00201 (500) unless given, EGW0010x is 403",
      FaultParameter.CODE),
  /** The ack is lost. */
  WITHHOLD_ACK("withhold-ack", FaultEvent.ACK, "the contract is registered, but no answer comes"),
  /** An error code. */
  ERROR(
      "error",
      FaultEvent.SUBSCRIBE,
      "the answer is `code`, as OPSP0007; only OPSP0002 registers the contract all the same",
      FaultParameter.CODE),
  /** A registration ends unasked. */
  UNSUBSCRIBE(
      "unsubscribe",
      FaultEvent.FRAME,
      "the frame's contract is unregistered unasked (OPSP0001): nothing of it comes until it is"
          + " registered again"),
  /** The slot stays held. */
  HOLD_SLOT(
      "hold-slot",
      FaultEvent.DISCONNECT,
      "the app key stays in use for `hold` after the connection's end: OPSP8996",
      FaultParameter.HOLD),
  /** No probe. */
  WITHHOLD_PINGPONG("withhold-pingpong", FaultEvent.PINGPONG, "the PINGPONG is not sent"),
  /** The echo does not count. */
  IGNORE_ECHO(
      "ignore-echo",
      FaultEvent.ECHO,
      "the answer to a PINGPONG is not taken, so the connection is cut"),
  /** WebSocket fragments. */
  FRAGMENT(
      "fragment",
      FaultEvent.FRAME,
      "the frame comes in `parts` WebSocket fragments, 3 unless given",
      FaultParameter.PARTS),
  /** More than 16 MiB. */
  OVERSIZE("oversize", FaultEvent.FRAME, "before the frame comes one of more than 16 MiB"),
  /** Not UTF-8. */
  INVALID_UTF8("invalid-utf8", FaultEvent.FRAME, "the frame's text is not UTF-8"),
  /** The end is missing. */
  TRUNCATE("truncate", FaultEvent.FRAME, "the second half of the frame is missing"),
  /** Twice. */
  DUPLICATE("duplicate", FaultEvent.FRAME, "the frame comes twice"),
  /** Late. */
  REORDER("reorder", FaultEvent.FRAME, "the frame comes after the next one"),
  /** New fields. */
  WIDEN(
      "widen",
      FaultEvent.FRAME,
      "every record has `fields` more fields, 1 unless given",
      FaultParameter.FIELDS),
  /** Two frames in one. */
  MIX(
      "mix",
      FaultEvent.FRAME,
      "the frame and the next one come as one: records of both their contracts"),
  /** Missing trades: a frame. */
  LOSE("lose", FaultEvent.FRAME, "the frame is not sent"),
  /** Missing trades: a record. */
  LOSE_RECORD("lose-record", FaultEvent.FRAME, "the frame comes without its first record"),
  /** Wrong clock. */
  SKEW(
      "skew",
      FaultEvent.FRAME,
      "the trade times of the frame are wrong `by` a while",
      FaultParameter.BY),
  /** Counters that begin anew. */
  RESET_COUNTERS(
      "reset-counters",
      FaultEvent.FRAME,
      "from the frame on the cumulative fields of its contract begin at 0 again"),
  /** The totals of another day. */
  STALE_TOTALS(
      "stale-totals",
      FaultEvent.FRAME,
      "the frame's first record has totals of yesterday: `volume` contracts more, 50000 unless"
          + " given, and their value",
      FaultParameter.VOLUME),
  /** A wrong digit. */
  WILD_VOLUME(
      "wild-volume",
      FaultEvent.FRAME,
      "the frame's first record has an ACML_VOL that is `volume` too large, 900000000 unless given",
      FaultParameter.VOLUME),
  /** Cancelled trades. */
  CANCEL(
      "cancel",
      FaultEvent.FRAME,
      "before the frame `volume` contracts are cancelled, 10 unless given: the cumulative fields"
          + " of its contract fall by them",
      FaultParameter.VOLUME),
  /** A record that is no trade. */
  ZERO_TRADE(
      "zero-trade",
      FaultEvent.FRAME,
      "at the frame's end comes a record of price 0 and quantity 0"),
  /** Nothing in the optional fields. */
  BLANK("blank", FaultEvent.FRAME, "every field that a record may do without is blank"),
  /** Other spellings. */
  ODD_NUMBER(
      "odd-number",
      FaultEvent.FRAME,
      "numbers in other spellings: `+58.23`, `77900.00`, `nan(ind)`, a third decimal, a time `0`"),
  /** A clock ahead. */
  FUTURE_TIME(
      "future-time",
      FaultEvent.FRAME,
      "the trade times of the frame are ahead `by` a while, 2 h unless given, at most 11 h",
      FaultParameter.AHEAD),
  /** A rush. */
  BURST(
      "burst",
      null,
      "the market makes `rate` records a second, 50000 unless given, `for` a while",
      FaultParameter.RATE,
      FaultParameter.LENGTH),
  /** A restart. */
  RESTART(
      "restart",
      null,
      "the server restarts: all connections end, all approval keys are void, and connections are"
          + " refused `for` a while",
      FaultParameter.LENGTH);

  private final String word;
  private final @Nullable FaultEvent strikesAt;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
  private final List<FaultParameter> parameters;

  FaultWord(
      String word, @Nullable FaultEvent strikesAt, String meaning, FaultParameter... parameters) {
    this.word = word;
    this.strikesAt = strikesAt;
    this.meaning = meaning;
    this.parameters = List.of(parameters);
  }

  /** What a script calls it. */
  public String word() {
    return word;
  }

  /** Where it strikes, or null if it does at once. */
  public @Nullable FaultEvent strikesAt() {
    return strikesAt;
  }

  /** What it does, for people. */
  public String meaning() {
    return meaning;
  }

  /** What it may be told. */
  public List<FaultParameter> parameters() {
    return parameters;
  }

  /** Whether it concerns the server as a whole, not one connection. */
  public boolean concernsServer() {
    return this == BURST || this == RESTART;
  }

  /** Whether it changes what the counters of a contract say from then on, for everybody. */
  boolean shiftsCounters() {
    return this == RESET_COUNTERS || this == CANCEL;
  }

  /** Whether it makes the feed say what is not so, in frames that keep to the grammar. */
  public boolean lies() {
    return ordinal() >= RESET_COUNTERS.ordinal() && ordinal() <= FUTURE_TIME.ordinal();
  }

  /** Whether it is an end of the connection, or of all talk on it. */
  public boolean silences() {
    return this == DROP || this == CLOSE || this == HALF_OPEN;
  }
}
