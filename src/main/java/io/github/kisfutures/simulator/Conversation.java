package io.github.kisfutures.simulator;

import io.github.kisfutures.wire.SubscriptionRequest;
import java.time.Duration;
import java.time.Instant;

/**
 * The server's side of the talk with one client: every message that comes in gets its answer here.
 */
final class Conversation {
  private final SubscriptionDesk desk;
  private final SessionSlots slots;
  private final FaultPlan faults;
  private final Duration slotHold;

  Conversation(SubscriptionDesk desk, SessionSlots slots, FaultPlan faults, Duration slotHold) {
    this.desk = desk;
    this.slots = slots;
    this.faults = faults;
    this.slotHold = slotHold;
  }

  /** A text message came. */
  void received(ClientSession session, String text, Instant now) {
    Ending ending;
    synchronized (session) {
      ending = session.ended() ? Ending.NONE : answer(session, ClientRequest.parse(text), now);
    }
    // without the lock: the library calls back from here
    switch (ending) {
      case CUT -> session.line().cut();
      case CUT_WHEN_SENT -> session.line().cutWhenSent();
      case NONE -> {}
    }
  }

  private Ending answer(ClientSession session, ClientRequest message, Instant now) {
    if (message instanceof ClientRequest.Subscription subscription) {
      return answer(session, subscription.request(), now);
    }
    if (message instanceof ClientRequest.Malformed malformed) {
      session.send(ServerMessage.aboutNothing(malformed.code(), malformed.message()), now);
    } else if (message instanceof ClientRequest.Echo echo && !session.answer(echo.text())) {
      session.send(
          ServerMessage.aboutNothing("OPSP8993", "JSON PARSING ERROR : invalid tr_key"), now);
    }
    return Ending.NONE;
  }

  private Ending answer(ClientSession session, SubscriptionRequest request, Instant now) {
    FaultPlan.Verdict verdict = faults.at(FaultPlan.Point.ACK, session.number(), request.trKey());
    if (verdict == FaultPlan.Verdict.CUT) {
      return Ending.CUT;
    }
    if (verdict == FaultPlan.Verdict.REFUSE) {
      session.send(ServerMessage.refused(request, "OPSP0007", "SUBSCRIBE INTERNAL ERROR"), now);
      return Ending.NONE;
    }
    SubscriptionDesk.Reply reply = desk.answer(session, request, now);
    if (verdict == FaultPlan.Verdict.PROCEED) {
      session.send(reply.text(), now);
    }
    if (!reply.thenCut()) {
      return Ending.NONE;
    }
    session.end();
    return Ending.CUT_WHEN_SENT;
  }

  /** A WebSocket PONG came. */
  void pong(ClientSession session) {
    synchronized (session) {
      session.answer();
    }
  }

  /** The connection has ended. */
  void ended(ClientSession session, Instant now) {
    synchronized (session) {
      session.end();
      String appKey = session.appKey();
      if (appKey != null) {
        slots.release(appKey, session.number(), now.plus(faults.slotHold(slotHold)));
      }
    }
  }

  private enum Ending {
    NONE,
    CUT,
    CUT_WHEN_SENT
  }
}
