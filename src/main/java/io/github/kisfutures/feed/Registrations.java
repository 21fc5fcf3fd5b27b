package io.github.kisfutures.feed;

import io.github.kisfutures.wire.ControlMessage;
import io.github.kisfutures.wire.TradeDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers the contracts of a session on its connection: one request after the other, paced, each
 * with a time-out for its reply ({@code docs/feed.md}, "Subscriptions"). On the session's thread
 * only.
 */
final class Registrations {

  /** The session's side. */
  interface Owner {
    /** Sends the request for a contract. */
    void request(String contract);

    /** Every contract has had its first reply on this connection; so many are registered. */
    void settled(int registered, int contracts);

    /** Whether the approval key that requests carry is not too old. */
    boolean approvalKeyServes();

    /** The reply for a contract did not come in time, and nothing shows that others will. */
    void noReplies(String contract);
  }

  private static final long LONG_AGO = Long.MIN_VALUE / 2;
  private static final int MOST_TOLD = 64;

  private final SessionContext context;
  private final SessionEvents events;
  private final SubscriptionBook book;
  private final Owner owner;
  private final Map<String, Backoff> retries = new HashMap<>();
  private final Comebacks comebacks;

  /** Answers for contracts that were never asked for, told on this connection. */
  private final Set<String> told = new HashSet<>();

  private @Nullable Liveness liveness;
  private SessionScheduler.@Nullable Cancellable nextRequest;
  private SessionScheduler.@Nullable Cancellable replyCheck;
  private long requestedAt = LONG_AGO;
  private boolean settled;

  /** Whether any request was answered on this connection. */
  private boolean answered;

  Registrations(SessionContext context, SessionEvents events, SubscriptionBook book, Owner owner) {
    this.context = context;
    this.events = events;
    this.book = book;
    this.owner = owner;
    this.comebacks = new Comebacks(context);
  }

  /** Begins anew, on a connection that has just opened. */
  void begin(Liveness liveness) {
    stop();
    this.liveness = liveness;
    settled = false;
    answered = false;
    told.clear();
    book.begin();
    requestNext();
    checkSettled();
  }

  /** Ends with the connection. */
  void stop() {
    liveness = null;
    nextRequest = cancelled(nextRequest);
    replyCheck = cancelled(replyCheck);
  }

  /** A contract is registered. */
  void registered(ControlMessage.Reply reply) {
    String contract = contractOf(reply);
    if (contract == null) {
      unasked(reply);
      return;
    }
    answered = true;
    retries.remove(contract);
    comebacks.registered(contract);
    if (book.confirmed(contract)) {
      events.happened(FeedEvent.Kind.SUBSCRIBED, contract, reply.code(), "registered");
    }
    checkSettled();
  }

  /** A contract is refused; it will not be asked for again on this connection. */
  void refused(ControlMessage.Reply reply) {
    String contract = contractOf(reply);
    if (contract == null) {
      unmatchedFailure(reply);
      return;
    }
    answered = true;
    book.refused(contract, reply.code());
    events.happened(
        FeedEvent.Kind.REFUSED, contract, reply.code(), "KIS refuses it: " + reply.message());
    checkSettled();
  }

  /** The registration of a contract failed for now. */
  void failed(ControlMessage.Reply reply) {
    String contract = contractOf(reply);
    if (contract == null) {
      unmatchedFailure(reply);
      return;
    }
    answered = true;
    Duration wait = retryLater(contract);
    events.happened(
        FeedEvent.Kind.REFUSED,
        contract,
        reply.code(),
        "the registration failed, next try in " + Durations.text(wait) + ": " + reply.message());
    checkSettled();
  }

  /**
   * Where other requests were answered, one missing reply is that contract's matter: the others
   * keep flowing, and a contract that is registered all the same answers the next request with
   * OPSP0002.
   */
  private void replyMissing(String contract) {
    if (!answered || !owner.approvalKeyServes()) {
      owner.noReplies(contract);
      return;
    }
    Duration wait = retryLater(contract);
    events.happened(
        FeedEvent.Kind.STALLED,
        contract,
        null,
        "no reply to the registration within "
            + Durations.text(context.settings().ackTimeout())
            + ", next try in "
            + Durations.text(wait));
    scheduleReplyCheck();
    checkSettled();
  }

  private Duration retryLater(String contract) {
    Duration wait =
        retries
            .computeIfAbsent(
                contract,
                c -> new Backoff(context.settings().reconnect(), context.environment().random()))
            .next();
    askAgain(contract, wait);
    return wait;
  }

  private void askAgain(String contract, Duration wait) {
    book.retryAt(contract, context.elapsedMillis() + wait.toMillis());
    scheduleRequest();
  }

  /**
   * A contract is not registered any more, which this session never asks for. If it was registered
   * it is asked for again; a request that is under way, or due, will do that anyway.
   */
  void unregistered(ControlMessage.Reply reply) {
    String contract = reply.trKey();
    if (contract == null || contract.isEmpty()) {
      return; // nothing that we want is concerned
    }
    if (!reply.namesContract() || !book.contains(contract)) {
      unasked(reply);
    } else if (book.isConfirmed(contract)) {
      Duration wait = comebacks.unregistered(contract);
      askAgain(contract, wait);
      events.happened(
          FeedEvent.Kind.UNSUBSCRIBED,
          contract,
          reply.code(),
          "KIS has unregistered it, which nobody asked for; registered again in "
              + Durations.text(wait)
              + ": "
              + reply.message());
    }
  }

  /** Nothing is asked of the server: a loop of requests about it would be worse than the answer. */
  private void unasked(ControlMessage.Reply reply) {
    String contract = reply.trKey() == null || reply.trKey().isEmpty() ? null : reply.trKey();
    if (told.size() < MOST_TOLD && told.add(contract + " " + reply.code())) {
      events.happened(
          FeedEvent.Kind.UNASKED,
          contract,
          reply.code(),
          "an answer to no request of this session, told once a connection: " + reply.message());
    }
  }

  private void unmatchedFailure(ControlMessage.Reply reply) {
    events.happened(
        FeedEvent.Kind.REFUSED,
        reply.trKey() == null || reply.trKey().isEmpty() ? null : reply.trKey(),
        reply.code(),
        "a refusal that answers no request of this session: " + reply.message());
  }

  /** Some replies do not say what they answer: then it is the oldest request without a reply. */
  private @Nullable String contractOf(ControlMessage.Reply reply) {
    String trId = reply.trId();
    String trKey = reply.trKey();
    if (trId != null && !trId.equals("(null)") && !trId.equals(TradeDecoder.TR_ID)) {
      return null;
    }
    if (trKey == null || trKey.isEmpty()) {
      return book.oldestOutstanding();
    }
    return book.contains(trKey) ? trKey : null;
  }

  private void checkSettled() {
    if (!settled && book.settled()) {
      settled = true;
      owner.settled(book.confirmedCount(), book.size());
    }
  }

  private void requestNext() {
    nextRequest = null;
    if (context.handOff().isFull()) {
      // its reply could not be handed on; this also bounds the events of a consumer that stands
      // still
      nextRequest =
          context.scheduler().schedule(context.settings().subscribeInterval(), this::requestNext);
      return;
    }
    long now = context.elapsedMillis();
    String contract = book.due(now);
    if (contract != null) {
      book.requested(contract, now);
      owner.request(contract);
      // the first one may take a while to make; the next must not come the earlier for it
      requestedAt = context.elapsedMillis();
      scheduleReplyCheck();
    }
    scheduleRequest();
  }

  private void scheduleRequest() {
    nextRequest = cancelled(nextRequest);
    long now = context.elapsedMillis();
    OptionalLong due = book.nextDueAt(now);
    if (due.isPresent()) {
      long paced = requestedAt + context.settings().subscribeInterval().toMillis();
      nextRequest = after(Math.max(due.getAsLong(), paced) - now, this::requestNext);
    }
  }

  private void scheduleReplyCheck() {
    String contract = book.oldestOutstanding();
    if (replyCheck == null && contract != null && liveness != null) {
      long deadline = liveness.ackDeadline(book.requestedAt(contract));
      replyCheck = after(deadline - context.elapsedMillis(), this::checkReply);
    }
  }

  private void checkReply() {
    replyCheck = null;
    String contract = book.oldestOutstanding();
    if (contract == null || liveness == null) {
      return;
    }
    if (context.handOff().isFull()) {
      replyCheck = after(context.settings().ackTimeout().toMillis(), this::checkReply);
    } else if (context.elapsedMillis() < liveness.ackDeadline(book.requestedAt(contract))) {
      scheduleReplyCheck();
    } else {
      replyMissing(contract);
    }
  }

  private SessionScheduler.Cancellable after(long millis, Runnable task) {
    return context.scheduler().schedule(Duration.ofMillis(Math.max(1, millis)), task);
  }

  private static SessionScheduler.@Nullable Cancellable cancelled(
      SessionScheduler.@Nullable Cancellable timer) {
    if (timer != null) {
      timer.cancel();
    }
    return null;
  }
}
