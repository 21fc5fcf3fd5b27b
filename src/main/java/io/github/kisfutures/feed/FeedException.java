package io.github.kisfutures.feed;

import org.jspecify.annotations.Nullable;

/** A failure of the live feed. The message is one sentence for people and contains no secret. */
public class FeedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure with one sentence that names what, where and the fix. */
  public FeedException(String message) {
    super(message);
  }

  /** A failure with its cause; the cause must not contain a secret either. */
  public FeedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
