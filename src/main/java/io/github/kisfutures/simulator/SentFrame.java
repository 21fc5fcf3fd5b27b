package io.github.kisfutures.simulator;

/**
 * A data frame that was handed to a connection. Handed is not received: a cut may lose it.
 *
 * @param atMillis when, milliseconds since the epoch
 * @param appKey app key of the session
 * @param connection number of the connection since the simulator started, from 1
 * @param text the frame
 */
public record SentFrame(long atMillis, String appKey, int connection, String text) {
  /** Without the app key, which a user of {@code simulate} may have for real. */
  @Override
  public String toString() {
    return "frame at " + atMillis + " on connection " + connection + ": " + text;
  }
}
