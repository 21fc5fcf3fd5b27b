package io.github.kisfutures.simulator;

/** A message to a client, good or bad. */
sealed interface Outgoing {
  /**
   * A text message.
   *
   * @param text its text
   */
  record Text(String text) implements Outgoing {}

  /**
   * A text message in several WebSocket fragments.
   *
   * @param text its text, ASCII
   * @param parts number of fragments
   */
  record Fragmented(String text, int parts) implements Outgoing {}

  /**
   * A text message with bytes that are not UTF-8.
   *
   * @param text what its text would have been
   */
  record InvalidUtf8(String text) implements Outgoing {}

  /** A text message of more than 16 MiB. */
  record Oversize() implements Outgoing {
    static final int BYTES = (16 << 20) + 1;
  }
}
