package io.github.kisfutures.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * The text message that registers or unregisters one contract ({@code docs/feed.md},
 * "Subscriptions"). There is no batch form.
 *
 * @param approvalKey secret; never in {@link #toString}
 * @param customerType {@code P} person or {@code B} corporate
 * @param register true to register, false to unregister
 * @param trId the TR, {@code H0ZFCNT0}
 * @param trKey the contract's short code
 */
public record SubscriptionRequest(
    String approvalKey, String customerType, boolean register, String trId, String trKey) {

  /** Checks that every member is there. */
  public SubscriptionRequest {
    Objects.requireNonNull(approvalKey, "approvalKey");
    Objects.requireNonNull(customerType, "customerType");
    Objects.requireNonNull(trId, "trId");
    Objects.requireNonNull(trKey, "trKey");
  }

  /** A registration of {@code contract} for H0ZFCNT0. */
  public static SubscriptionRequest subscribe(
      String approvalKey, String customerType, String contract) {
    return new SubscriptionRequest(approvalKey, customerType, true, TradeDecoder.TR_ID, contract);
  }

  /** The end of a registration of {@code contract} for H0ZFCNT0. */
  public static SubscriptionRequest unsubscribe(
      String approvalKey, String customerType, String contract) {
    return new SubscriptionRequest(approvalKey, customerType, false, TradeDecoder.TR_ID, contract);
  }

  /** The message as KIS expects it; contains the approval key, so never log it. */
  public String toJson() {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message
        .putObject("header")
        .put("approval_key", approvalKey)
        .put("custtype", customerType)
        .put("tr_type", register ? "1" : "2")
        .put("content-type", "utf-8");
    message.putObject("body").putObject("input").put("tr_id", trId).put("tr_key", trKey);
    return message.toString();
  }

  @Override
  public String toString() {
    return (register ? "subscribe " : "unsubscribe ")
        + trId
        + " "
        + trKey
        + " [approval key redacted]";
  }
}
