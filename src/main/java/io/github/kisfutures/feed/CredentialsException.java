package io.github.kisfutures.feed;

/** The app keys cannot be had: missing, malformed or not private. Names the fix, never a secret. */
public final class CredentialsException extends FeedException {
  private static final long serialVersionUID = 1L;

  /** A failure with one sentence that names the fix. */
  public CredentialsException(String message) {
    super(message);
  }
}
