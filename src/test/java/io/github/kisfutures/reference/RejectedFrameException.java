package io.github.kisfutures.reference;

/** A frame that the grammar of {@code docs/feed.md}, "Frames" refuses; the message says why. */
final class RejectedFrameException extends Exception {
  private static final long serialVersionUID = 1L;

  RejectedFrameException(String message) {
    super(message);
  }
}
