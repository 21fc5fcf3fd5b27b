package io.github.kisfutures.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads the server's JSON messages, tolerating missing members: {@code output}, and in some error
 * replies the whole {@code header}, are optional ({@code docs/feed.md}, "Answers"). No input makes
 * it throw.
 */
public final class ControlMessageParser {
  private static final int MAX_DEPTH = 20;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ControlMessageParser() {}

  /** Whether a text is meant as a control message: it begins with an opening brace. */
  public static boolean isControlMessage(String text) {
    return !text.isEmpty() && text.charAt(0) == '{';
  }

  /** The message, or {@link ControlMessage.Unreadable}. */
  public static ControlMessage parse(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return new ControlMessage.Unreadable("the message is not JSON");
    }
    if (root == null || !root.isObject()) {
      return new ControlMessage.Unreadable("the message is not a JSON object");
    }
    JsonNode header = root.path("header");
    if ("PINGPONG".equals(text(header, "tr_id"))) {
      return new ControlMessage.PingPong(text);
    }
    JsonNode body = root.path("body");
    String returnCode = text(body, "rt_cd");
    if (returnCode == null) {
      return new ControlMessage.Unreadable("the message has neither PINGPONG nor a return code");
    }
    return new ControlMessage.Reply(
        text(header, "tr_id"),
        text(header, "tr_key"),
        returnCode.equals("0"),
        orEmpty(text(body, "msg_cd")),
        Redaction.redactKeys(orEmpty(text(body, "msg1"))));
  }

  private static @Nullable String text(JsonNode parent, String member) {
    JsonNode value = parent.path(member);
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
