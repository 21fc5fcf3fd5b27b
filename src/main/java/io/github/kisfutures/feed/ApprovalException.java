package io.github.kisfutures.feed;

import org.jspecify.annotations.Nullable;

/**
 * No approval key could be had ({@code docs/feed.md}, "Approval key"). Neither the message nor a
 * cause contains a secret.
 */
public final class ApprovalException extends FeedException {
  private static final long serialVersionUID = 1L;

  private final boolean refused;
  private final boolean wrongAddress;
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
    this(message, refused, false, code, cause);
  }

  private ApprovalException(
      String message,
      boolean refused,
      boolean wrongAddress,
      @Nullable String code,
      @Nullable Throwable cause) {
    super(message, cause);
    this.refused = refused;
    this.wrongAddress = wrongAddress;
    this.code = code;
  }

  /**
   * Somebody answered, but not as an approval endpoint does.
   *
   * @param message one sentence
   * @param code the HTTP status, or null if the answer was none of HTTP
   * @param cause what went wrong underneath, or null
   */
  static ApprovalException wrongAddress(
      String message, @Nullable String code, @Nullable Throwable cause) {
    return new ApprovalException(message, false, true, code, cause);
  }

  /** True if KIS refused the app key itself; false if the failure may be temporary. */
  public boolean refused() {
    return refused;
  }

  /**
   * True if whoever answered is no approval endpoint. At a start that is a mistyped address; later
   * it may be a gateway in between, and temporary.
   */
  public boolean wrongAddress() {
    return wrongAddress;
  }

  /** KIS {@code error_code} such as {@code EGW00103}, else the HTTP status, or null. */
  public @Nullable String code() {
    return code;
  }
}
