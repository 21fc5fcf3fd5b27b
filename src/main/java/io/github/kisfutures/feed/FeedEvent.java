package io.github.kisfutures.feed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a session: a row of {@code feed_events}. A lost connection is a value
 * in the stream, so nobody downstream can miss it. Secrets are redacted before an event is made.
 *
 * @param atMillis when, milliseconds since the epoch
 * @param session name of the session; {@code alerts.rules} for events of the alert rules
 * @param kind what happened
 * @param contract the contract concerned, or null
 * @param code KIS message code, WebSocket close code or HTTP status, or null
 * @param detail one sentence
 */
public record FeedEvent(
    long atMillis,
    String session,
    Kind kind,
    @Nullable String contract,
    @Nullable String code,
    String detail)
    implements FeedMessage {

  /** Checks the members that must be there. */
  public FeedEvent {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(detail, "detail");
  }

  /** What can happen to a session, and to the job's alert rules. */
  public enum Kind {
    /** A WebSocket connection was opened. */
    CONNECTED,
    /** The connection ended or could not be made; code and detail say why. */
    DISCONNECTED,
    /** A contract is registered. */
    SUBSCRIBED,
    /** KIS has unregistered a contract although nobody asked for that; it is asked for again. */
    UNSUBSCRIBED,
    /** KIS answers for a contract that was never asked for; told once a connection. */
    UNASKED,
    /** A contract is refused, for now or for good. */
    REFUSED,
    /** No frame came for the idle time-out, or no ack for the ack time-out. */
    STALLED,
    /** All contracts are registered (or refused) again after a disconnection. */
    RESUMED,
    /** No approval key could be had. */
    APPROVAL_FAILED,
    /** The app key is in use by another session. */
    IN_USE,
    /** A reply that only a malformed request of ours can cause. */
    PROTOCOL_ERROR,
    /** Contracts were added to or removed from the configuration since the last checkpoint. */
    CONTRACTS_CHANGED,
    /** The wall clock moved against the monotonic clock; the code is by how much. */
    CLOCK_STEPPED,
    /** Other alert rules are in force. */
    RULES_CHANGED,
    /** A changed file of alert rules cannot be used; the previous rules stay in force. */
    RULES_REFUSED
  }
}
