package io.github.kisfutures.feed;

import io.github.kisfutures.wire.Redaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a session's events, redacts them, and puts them where they belong in the order of frames.
 * Used on the session's thread only.
 */
final class SessionEvents {
  private static final Logger LOG = LoggerFactory.getLogger(FeedSession.class);
  private static final int MAX_DETAIL = 400;

  private final SessionContext context;
  private List<String> secrets = List.of();
  private @Nullable List<FeedEvent> atPlace;

  SessionEvents(SessionContext context) {
    this.context = context;
  }

  /** What must not appear in an event. */
  void redact(List<String> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  /** Runs a task whose events belong at a place: behind the frames that came before its cause. */
  void at(HandOff.Place place, Runnable task) {
    List<FeedEvent> decided = new ArrayList<>();
    atPlace = decided;
    try {
      task.run();
    } finally {
      atPlace = null;
      place.decide(decided);
    }
  }

  /** Something happened now, or at the current place. */
  void happened(
      FeedEvent.Kind kind, @Nullable String contract, @Nullable String code, String detail) {
    FeedEvent event = event(kind, contract, code, detail);
    if (atPlace == null) {
      context.handOff().add(event);
    } else {
      atPlace.add(event);
    }
  }

  /** The connection ended: behind everything that came on it, wherever the current place is. */
  void disconnected(@Nullable String code, String detail) {
    context.handOff().add(event(FeedEvent.Kind.DISCONNECTED, null, code, detail));
  }

  private FeedEvent event(
      FeedEvent.Kind kind, @Nullable String contract, @Nullable String code, String detail) {
    FeedEvent event =
        new FeedEvent(
            context.nowMillis(),
            context.name(),
            kind,
            contract == null ? null : clean(contract),
            code == null ? null : clean(code),
            clean(detail));
    log(event);
    return event;
  }

  private static void log(FeedEvent event) {
    String contract = event.contract() == null ? "" : " " + event.contract();
    if (event.kind() == FeedEvent.Kind.SUBSCRIBED) {
      LOG.debug("Session {}: {}{}", event.session(), event.kind(), contract);
    } else {
      LOG.info("Session {}: {}{}: {}", event.session(), event.kind(), contract, event.detail());
    }
  }

  /** A text of the server's without secrets, on one line, not too long. */
  String clean(String text) {
    return OneLine.of(Redaction.redact(text, secrets), MAX_DETAIL);
  }
}
