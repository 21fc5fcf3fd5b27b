package io.github.kisfutures.table;

/** A frame that cannot be decoded, where nobody said that such frames may be left out. */
public final class FaultyFrameException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FaultyFrameException(String message) {
    super(message);
  }
}
