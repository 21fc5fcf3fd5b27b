package io.github.kisfutures.simulator;

/** What a {@link FaultWord} may be told beyond its name. */
public enum FaultParameter {
  /** A code of KIS, or a WebSocket close code. */
  CODE("code", "EGW00201"),
  /** How long a state lasts. */
  LENGTH("for", "30 s"),
  /** How long an answer takes. */
  DELAY("delay", "5 s"),
  /** How long a slot stays held. */
  HOLD("hold", "30 s"),
  /** By how much a time is wrong; may be negative. */
  BY("by", "-90 s"),
  /** By how much a time is ahead. */
  AHEAD("by", "2 h"),
  /** Contracts. */
  VOLUME("volume", "10"),
  /** Records a second. */
  RATE("rate", "50000", 1_000_000),
  /** Pieces of a message. */
  PARTS("parts", "3", 1000),
  /** Fields of a record. */
  FIELDS("fields", "2", 1000);

  private final String word;
  private final String example;
  private final int largest;

  FaultParameter(String word, String example) {
    this(word, example, Integer.MAX_VALUE);
  }

  FaultParameter(String word, String example, int largest) {
    this.word = word;
    this.example = example;
    this.largest = largest;
  }

  /** What a script calls it. */
  public String word() {
    return word;
  }

  /** A value, for messages. */
  public String example() {
    return example;
  }

  /** Whether it is a duration. */
  public boolean isTime() {
    return this == LENGTH || this == DELAY || this == HOLD || this == BY || this == AHEAD;
  }

  /** The largest number that it may be: a mistyped one must not take all memory. */
  public int largest() {
    return largest;
  }

  /** Whether it is a number. */
  public boolean isNumber() {
    return this == RATE || this == PARTS || this == FIELDS || this == VOLUME;
  }
}
