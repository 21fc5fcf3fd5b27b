package io.github.kisfutures.simulator;

import io.github.kisfutures.market.ContractCode;
import io.github.kisfutures.wire.SubscriptionRequest;
import io.github.kisfutures.wire.TradeDecoder;
import java.time.Instant;
import java.util.Set;

/**
 * Decides on requests to register and unregister, by the table of {@code docs/feed.md}, "Answers";
 * no sockets. The caller holds the session's lock.
 */
final class SubscriptionDesk {
  private final ApprovalKeys keys;
  private final SessionSlots slots;
  private final int maxRegistrations;
  private final Set<String> listed;

  /**
   * What the client gets.
   *
   * @param text the reply
   * @param thenCut whether the connection ends after it
   */
  record Reply(String text, boolean thenCut) {
    static Reply of(String text) {
      return new Reply(text, false);
    }
  }

  SubscriptionDesk(ApprovalKeys keys, SessionSlots slots, SimulatorSettings settings) {
    this.keys = keys;
    this.slots = slots;
    this.maxRegistrations = settings.maxRegistrations();
    this.listed = settings.listedContracts();
  }

  /** Carries the request out, if it can be. */
  Reply answer(ClientSession session, SubscriptionRequest request, Instant now) {
    String approval = request.approvalKey();
    if (!session.knows(approval)) {
      String appKey = keys.appKey(approval, now);
      if (appKey == null || (session.appKey() != null && !appKey.equals(session.appKey()))) {
        return Reply.of(ServerMessage.withoutHeader("OPSP0011", "invalid approval : " + approval));
      }
      if (!slots.take(appKey, session.number(), now)) {
        return ErrorReply.inUse();
      }
      session.open(appKey, approval);
    }
    if (!request.trId().equals(TradeDecoder.TR_ID)) {
      return refusal(request, "OPSP8991", "SUBSCRIBE ERROR : invalid tr_id");
    }
    String contract = request.trKey();
    if (!ContractCode.isValid(contract) || !(listed.isEmpty() || listed.contains(contract))) {
      return refusal(request, "OPSP8992", "SUBSCRIBE ERROR : invalid tr_key");
    }
    return request.register() ? register(session, request) : unregister(session, request);
  }

  private Reply register(ClientSession session, SubscriptionRequest request) {
    if (session.contracts().contains(request.trKey())) {
      return refusal(request, "OPSP0002", "ALREADY IN SUBSCRIBE");
    }
    if (session.contracts().size() >= maxRegistrations) {
      return refusal(request, "OPSP0008", "MAX SUBSCRIBE OVER");
    }
    session.contracts().add(request.trKey());
    return Reply.of(ServerMessage.subscribed(request));
  }

  private static Reply unregister(ClientSession session, SubscriptionRequest request) {
    if (!session.contracts().remove(request.trKey())) {
      return Reply.of(ServerMessage.withoutHeader("OPSP0003", "UNSUBSCRIBE ERROR(not found!)"));
    }
    return Reply.of(ServerMessage.unsubscribed(request.trKey()));
  }

  private static Reply refusal(SubscriptionRequest request, String code, String text) {
    return Reply.of(ServerMessage.refused(request, code, text));
  }
}
