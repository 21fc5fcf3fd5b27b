package io.github.kisfutures.feed;

import org.jspecify.annotations.Nullable;

/**
 * No approval key could be had ({@code docs/feed.md}, "Approval key"). Neither the message nor a
 * cause contains a secret.
 */
public final class ApprovalException extends FeedException {
  private static final long serialVersionUID = 1L;

  private final boolean refused;
  private final @Nullable String code;

  /**
   * A failure.
   *
   * @param message one sentence
   * @param refused whether KIS refused the app key itself, so that trying again cannot help
   * @param code KIS {@code error_code}, else the HTTP status, or null if there was no answer
   * @param cause what went wrong underneath, or null
   */
  public ApprovalException(
      String message, boolean refused, @Nullable String code, @Nullable Throwable cause) {
    super(message, cause);
    this.refused = refused;
    this.code = code;
  }

  /** True if KIS refused the app key itself; false if the failure may be temporary. */
  public boolean refused() {
    return refused;
  }

  /** KIS {@code error_code} such as {@code EGW00103}, else the HTTP status, or null. */
  public @Nullable String code() {
    return code;
  }
}
