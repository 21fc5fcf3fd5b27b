package io.github.kisfutures.simulator;

import io.github.kisfutures.wire.SubscriptionRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of the talk with one client: every message that comes in gets its answer here.
 */
final class Conversation {
  private static final String ALREADY_SUBSCRIBED = "OPSP0002";

  private final SubscriptionDesk desk;
  private final SessionSlots slots;
  private final ApprovalKeys keys;
  private final Faults faults;
  private final Duration slotHold;

  Conversation(
      SubscriptionDesk desk,
      SessionSlots slots,
      ApprovalKeys keys,
      Faults faults,
      Duration slotHold) {
    this.desk = desk;
    this.slots = slots;
    this.keys = keys;
    this.faults = faults;
    this.slotHold = slotHold;
  }

  /** A text message came. */
  void received(ClientSession session, String text, Instant now) {
    LineActions after = new LineActions(session);
    synchronized (session) {
      if (!session.silent()) {
        answer(session, ClientRequest.parse(text), now, after);
      }
    }
    after.run();
  }

  private void answer(
      ClientSession session, ClientRequest message, Instant now, LineActions after) {
    if (message instanceof ClientRequest.Subscription subscription) {
      answer(session, subscription.request(), now, after);
    } else if (message instanceof ClientRequest.Malformed malformed) {
      session.send(ServerMessage.aboutNothing(malformed.code(), malformed.message()), now);
    } else if (message instanceof ClientRequest.Echo echo) {
      echoed(session, echo.text(), now, after);
    }
  }

  private void echoed(ClientSession session, String text, Instant now, LineActions after) {
    List<Fault> struck = faults.on(FaultEvent.ECHO, now, session.number(), session.appKey(), null);
    if (after.strike(struck, now) || Faults.find(FaultWord.IGNORE_ECHO, struck) != null) {
      return;
    }
    if (!session.answer(text)) {
      session.send(
          ServerMessage.aboutNothing("OPSP8993", "JSON PARSING ERROR : invalid tr_key"), now);
    }
  }

  private void answer(
      ClientSession session, SubscriptionRequest request, Instant now, LineActions after) {
    List<Fault> struck = on(FaultEvent.SUBSCRIBE, session, request, now);
    if (after.strike(struck, now)) {
      return;
    }
    SubscriptionDesk.Reply reply =
        reply(session, request, Faults.find(FaultWord.ERROR, struck), now);
    struck = on(FaultEvent.ACK, session, request, now);
    if (after.strike(struck, now)) {
      return;
    }
    if (Faults.find(FaultWord.WITHHOLD_ACK, struck) == null) {
      session.send(reply.text(), now);
    }
    if (reply.thenCut()) {
      session.end();
      after.add(ClientLine::cutWhenSent);
    }
  }

  private SubscriptionDesk.Reply reply(
      ClientSession session, SubscriptionRequest request, @Nullable Fault error, Instant now) {
    if (error == null) {
      return desk.answer(session, request, now);
    }
    String code = error.codeOr("OPSP0007");
    if (code.equals(ALREADY_SUBSCRIBED)) {
      SubscriptionDesk.Reply reply = desk.answer(session, request, now);
      if (!session.contracts().contains(request.trKey())) {
        return reply;
      }
    }
    return ErrorReply.of(code, request);
  }

  /** A session is known by its app key, or before it has one by that of its approval key. */
  private List<Fault> on(
      FaultEvent event, ClientSession session, SubscriptionRequest request, Instant now) {
    @Nullable String appKey = session.appKey();
    return faults.on(
        event,
        now,
        session.number(),
        appKey == null ? keys.appKey(request.approvalKey(), now) : appKey,
        request.trKey());
  }

  /** A WebSocket PONG came. */
  void pong(ClientSession session, Instant now) {
    LineActions after = new LineActions(session);
    synchronized (session) {
      List<Fault> struck =
          faults.on(FaultEvent.ECHO, now, session.number(), session.appKey(), null);
      if (!after.strike(struck, now) && Faults.find(FaultWord.IGNORE_ECHO, struck) == null) {
        session.answer();
      }
    }
    after.run();
  }

  /** The connection has ended. */
  void ended(ClientSession session, Instant now) {
    String appKey;
    synchronized (session) {
      session.end();
      appKey = session.appKey();
    }
    List<Fault> struck = faults.on(FaultEvent.DISCONNECT, now, session.number(), appKey, null);
    if (appKey != null) {
      Fault hold = Faults.find(FaultWord.HOLD_SLOT, struck);
      slots.release(appKey, session.number(), now.plus(hold == null ? slotHold : hold.time()));
    }
  }
}
