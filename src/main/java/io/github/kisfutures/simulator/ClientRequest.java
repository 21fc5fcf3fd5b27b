package io.github.kisfutures.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.kisfutures.wire.SubscriptionRequest;

/** What a client's text message turned out to be ({@code docs/feed.md}, "Subscriptions"). */
sealed interface ClientRequest {

  /**
   * A request to register or unregister a contract; its TR and key are not checked yet.
   *
   * @param request the request
   */
  record Subscription(SubscriptionRequest request) implements ClientRequest {}

  /**
   * An echo of PINGPONG.
   *
   * @param text the message as it came
   */
  record Echo(String text) implements ClientRequest {}

  /**
   * A message that is neither.
   *
   * @param code KIS message code
   * @param message its text
   */
  record Malformed(String code, String message) implements ClientRequest {}

  /** Reads a message; no input makes it throw. */
  static ClientRequest parse(String text) {
    JsonNode root;
    try {
      root = Reader.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return malformed("OPSP9999", "invalid json format");
    }
    if (!root.isObject()) {
      return malformed("OPSP9999", "invalid json format");
    }
    JsonNode header = root.path("header");
    if (!header.isObject()) {
      return malformed("OPSP9998", "header not found");
    }
    if (header.path("tr_id").asText().equals("PINGPONG")) {
      return new Echo(text);
    }
    return Reader.subscription(header, root.path("body"));
  }

  private static Malformed malformed(String code, String message) {
    return new Malformed(code, "JSON PARSING ERROR : " + message);
  }

  /** The members of a subscription, in the order in which they are missed. */
  final class Reader {
    private static final JsonMapper JSON =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Reader() {}

    private static ClientRequest subscription(JsonNode header, JsonNode body) {
      if (!header.path("approval_key").isTextual()) {
        return malformed("OPSP9996", "appkey not found");
      }
      if (!header.path("custtype").isTextual()) {
        return malformed("OPSP9997", "custtype not found");
      }
      String customer = header.path("custtype").asText();
      if (!customer.equals("P") && !customer.equals("B")) {
        return malformed("OPSP8998", "invalid custtype");
      }
      String type = header.path("tr_type").asText();
      if (!type.equals("1") && !type.equals("2")) {
        return malformed("OPSP8997", "invalid tr_type");
      }
      if (!body.isObject()) {
        return malformed("OPSP9992", "body not found");
      }
      JsonNode input = body.path("input");
      if (!input.isObject()) {
        return malformed("OPSP9991", "input not found");
      }
      if (!input.path("tr_key").isTextual()) {
        return malformed("OPSP9990", "tr_key not found");
      }
      return new Subscription(
          new SubscriptionRequest(
              header.path("approval_key").asText(),
              customer,
              type.equals("1"),
              input.path("tr_id").asText(),
              input.path("tr_key").asText()));
    }
  }
}
