package io.github.kisfutures.wire;

import org.jspecify.annotations.Nullable;

/** A JSON message of the server ({@code docs/feed.md}, "Answers"). */
public sealed interface ControlMessage {

  /**
   * The server's sign of life on an idle stream, to be echoed unchanged.
   *
   * @param text the message as it came
   */
  record PingPong(String text) implements ControlMessage {}

  /**
   * Answer to a subscription request, matched by {@code trId} and {@code trKey}.
   *
   * @param trId the TR, null or {@code (null)} where the server does not say
   * @param trKey the contract, null or empty where the server does not say
   * @param success whether {@code rt_cd} is 0
   * @param code {@code msg_cd}, empty where it is missing
   * @param message {@code msg1}, for people, with keys redacted; empty where it is missing
   */
  record Reply(
      @Nullable String trId, @Nullable String trKey, boolean success, String code, String message)
      implements ControlMessage {

    /** What the reply means for the client. */
    public ReplyMeaning meaning() {
      return ReplyMeaning.of(success, code);
    }

    /** Whether the reply is about one contract of H0ZFCNT0. */
    public boolean namesContract() {
      return TradeDecoder.TR_ID.equals(trId) && trKey != null && !trKey.isEmpty();
    }
  }

  /**
   * A message that is not JSON, or has neither of the known forms.
   *
   * @param reason one sentence, without the message's text
   */
  record Unreadable(String reason) implements ControlMessage {}
}
