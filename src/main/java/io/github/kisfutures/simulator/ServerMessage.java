package io.github.kisfutures.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.wire.SubscriptionRequest;
import io.github.kisfutures.wire.TradeDecoder;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * The JSON messages of the server, member for member as captured ({@code docs/feed.md}, "Answers").
 */
final class ServerMessage {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(KoreaTime.OFFSET);

  private static final String IV = "0123456789abcdef";
  private static final String KEY = "abcdefghijklmnopabcdefghijklmnop";

  private ServerMessage() {}

  /** A registration is accepted; the keys come although nothing is encrypted. */
  static String subscribed(SubscriptionRequest request) {
    ObjectNode message = about(request.trId(), request.trKey());
    body(message, "0", "OPSP0000", "SUBSCRIBE SUCCESS")
        .putObject("output")
        .put("iv", IV)
        .put("key", KEY);
    return message.toString();
  }

  /** The registration of a contract is ended. */
  static String unsubscribed(String contract) {
    ObjectNode message = about(TradeDecoder.TR_ID, contract);
    body(message, "0", "OPSP0001", "UNSUBSCRIBE SUCCESS")
        .putObject("output")
        .put("iv", IV)
        .put("key", KEY);
    return message.toString();
  }

  /** A request is refused. */
  static String refused(SubscriptionRequest request, String code, String text) {
    ObjectNode message = about(request.trId(), request.trKey());
    body(message, "1", code, text);
    return message.toString();
  }

  /** An answer without a header. */
  static String withoutHeader(String code, String text) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    body(message, "1", code, text);
    return message.toString();
  }

  /** An answer that belongs to no request: its TR is the text {@code (null)}. */
  static String aboutNothing(String code, String text) {
    ObjectNode message = about("(null)", "");
    body(message, "9", code, text);
    return message.toString();
  }

  /** The sign of life on an idle stream, with the time in KST. */
  static String pingPong(Instant now) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putObject("header").put("tr_id", "PINGPONG").put("datetime", DATE_TIME.format(now));
    return message.toString();
  }

  private static ObjectNode about(String trId, String trKey) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putObject("header").put("tr_id", trId).put("tr_key", trKey).put("encrypt", "N");
    return message;
  }

  private static ObjectNode body(ObjectNode message, String returnCode, String code, String text) {
    return message.putObject("body").put("rt_cd", returnCode).put("msg_cd", code).put("msg1", text);
  }
}
