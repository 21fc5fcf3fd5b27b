package io.github.kisfutures.feed;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Gets approval keys and keeps the last one while it can serve ({@code docs/feed.md}, "Approval
 * key"). On the session's thread only, but for the answer's way back to it.
 */
final class Authorisation {

  /** The session's side. */
  interface Owner {
    void authorised(ApprovalKey key);

    /** No key for now, or for good if KIS refuses the app key. */
    void notAuthorised(ApprovalException failure);
  }

  /**
   * Longer than the HTTP client's own time-outs; a client that never answers must not hold us up.
   */
  static final Duration LIMIT = Duration.ofSeconds(60);

  private final SessionContext context;
  private final Credentials credentials;
  private final Owner owner;
  private @Nullable ApprovalKey key;
  private SessionScheduler.@Nullable Cancellable limit;
  private @Nullable CompletableFuture<String> pending;

  /** Answers to earlier requests are ignored. */
  private int request;

  Authorisation(SessionContext context, Credentials credentials, Owner owner) {
    this.context = context;
    this.credentials = credentials;
    this.owner = owner;
  }

  /** Tells the owner of the key that is kept, or of the answer to a new request. */
  void begin() {
    stop();
    ApprovalKey kept = key;
    if (kept != null && kept.isUsable(context.nowMillis())) {
      owner.authorised(kept);
      return;
    }
    int current = request;
    limit = context.scheduler().schedule(LIMIT, this::timedOut);
    CompletableFuture<String> asked = context.environment().approvals().approve(credentials);
    pending = asked;
    CompletableFuture<?> unused =
        asked.whenComplete((value, failure) -> returnAnswer(current, value, failure));
  }

  /** Ends the request under way; the key is kept. */
  void stop() {
    request++;
    if (limit != null) {
      limit.cancel();
      limit = null;
    }
    if (pending != null) {
      pending.cancel(true);
      pending = null;
    }
  }

  /** The key was not accepted: the next one is new. */
  void discard() {
    key = null;
  }

  private void returnAnswer(int answered, @Nullable String value, @Nullable Throwable failure) {
    try {
      context.scheduler().execute(() -> answered(answered, value, failure));
    } catch (RejectedExecutionException e) {
      // the scheduler is closed, so the session is over and nobody wants the key
      return;
    }
  }

  private void answered(int answered, @Nullable String value, @Nullable Throwable failure) {
    if (answered != request) {
      return;
    }
    stop();
    if (value != null) {
      ApprovalKey fresh = new ApprovalKey(value, context.nowMillis());
      key = fresh;
      owner.authorised(fresh);
      return;
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    owner.notAuthorised(
        cause instanceof ApprovalException known
            ? known
            : temporary(
                "the request for an approval key failed ("
                    + (cause == null ? "no key" : cause.getClass().getSimpleName())
                    + ")"));
  }

  private void timedOut() {
    stop();
    owner.notAuthorised(
        temporary("the approval endpoint did not answer within " + Durations.text(LIMIT)));
  }

  private static ApprovalException temporary(String message) {
    return new ApprovalException(message, false, null, null);
  }
}
