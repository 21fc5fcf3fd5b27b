package io.github.kisfutures.simulator;

import io.github.kisfutures.wire.SubscriptionRequest;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The answers of {@code docs/feed.md}, "Answers" by their code, each in the form in which it was
 * captured.
 */
final class ErrorReply {
  private static final Map<String, String> TEXTS =
      Map.of(
          "OPSP0002", "ALREADY IN SUBSCRIBE",
          "OPSP0003", "UNSUBSCRIBE ERROR(not found!)",
          "OPSP0007", "SUBSCRIBE INTERNAL ERROR",
          "OPSP0008", "MAX SUBSCRIBE OVER",
          "OPSP0009", "SUBSCRIBE ERROR : mci send failed",
          "OPSP8991", "SUBSCRIBE ERROR : invalid tr_id",
          "OPSP8992", "SUBSCRIBE ERROR : invalid tr_key",
          "OPSP9990", "JSON PARSING ERROR : tr_key not found");

  /** Answers to requests that could not be read. */
  private static final Pattern MALFORMED = Pattern.compile("OPSP(899[3-9]|999[1-9])");

  private ErrorReply() {}

  /** The answer to a request. */
  static SubscriptionDesk.Reply of(String code, SubscriptionRequest request) {
    return switch (code) {
      case "OPSP8996" -> inUse();
      case "OPSP0010" -> headless(code, "invalid appkey : " + request.approvalKey());
      case "OPSP0011", "OPSP9994" -> headless(code, "invalid approval : " + request.approvalKey());
      case "OPSP0003" -> headless(code, "UNSUBSCRIBE ERROR(not found!)");
      default -> {
        String text = TEXTS.get(code);
        yield SubscriptionDesk.Reply.of(
            text == null && MALFORMED.matcher(code).matches()
                ? ServerMessage.aboutNothing(code, "JSON PARSING ERROR : invalid")
                : ServerMessage.refused(request, code, text == null ? "UNKNOWN" : text));
      }
    };
  }

  /** Another session holds the app key, after which the connection ends. */
  static SubscriptionDesk.Reply inUse() {
    return new SubscriptionDesk.Reply(
        ServerMessage.aboutNothing("OPSP8996", "ALREADY IN USE appkey"), true);
  }

  private static SubscriptionDesk.Reply headless(String code, String text) {
    return SubscriptionDesk.Reply.of(ServerMessage.withoutHeader(code, text));
  }
}
