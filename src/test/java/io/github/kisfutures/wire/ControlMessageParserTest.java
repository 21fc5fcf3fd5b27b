package io.github.kisfutures.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlMessageParserTest {
  /** One expected message per line of the captured ones. */
  private static final ControlMessage[] CAPTURED = {
    new ControlMessage.Reply("H0STASP0", "005930", true, "OPSP0000", "SUBSCRIBE SUCCESS"),
    new ControlMessage.Reply("H0STASP0", "066570", true, "OPSP0000", "SUBSCRIBE SUCCESS"),
    new ControlMessage.Reply("(null)", "", false, "OPSP8996", "ALREADY IN USE appkey"),
    new ControlMessage.Reply("H0STASP0", "005930", false, "OPSP0011", "invalid appkey : NOT FOUND"),
    new ControlMessage.Reply(null, null, false, "OPSP0011", "invalid approval : [redacted]"),
    new ControlMessage.Reply(null, null, false, "OPSP0003", "UNSUBSCRIBE ERROR(not found!)"),
    new ControlMessage.PingPong(
        "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20260710171541\"}}")
  };

  @Test
  void readsEveryCapturedMessage() {
    assertThat(Frames.lines("frames/control-messages.jsonl"))
        .map(ControlMessageParser::parse)
        .containsExactly(CAPTURED);
  }

  @Test
  void readsTheReplyOfTheProtocolPage() {
    ControlMessage message =
        ControlMessageParser.parse(
            """
            {"header":{"tr_id":"H0ZFCNT0","tr_key":"111V06","encrypt":"N"},"body":{"rt_cd":"0",\
            "msg_cd":"OPSP0000","msg1":"SUBSCRIBE SUCCESS","output":{"iv":"0123456789abcdef",\
            "key":"abcdefghijklmnopabcdefghijklmnop"}}}""");

    assertThat(message)
        .isEqualTo(
            new ControlMessage.Reply("H0ZFCNT0", "111V06", true, "OPSP0000", "SUBSCRIBE SUCCESS"));
    assertThat(((ControlMessage.Reply) message).namesContract()).isTrue();
    assertThat(((ControlMessage.Reply) message).meaning()).isEqualTo(ReplyMeaning.REGISTERED);
    assertThat(message.toString()).doesNotContain("abcdefgh").doesNotContain("0123456789");
  }

  @Test
  void missingMembersAreTolerated() {
    assertThat(ControlMessageParser.parse("{\"body\":{\"rt_cd\":\"1\"}}"))
        .isEqualTo(new ControlMessage.Reply(null, null, false, "", ""));
    assertThat(ControlMessageParser.parse("{\"header\":null,\"body\":{\"rt_cd\":\"0\"}}"))
        .isEqualTo(new ControlMessage.Reply(null, null, true, "", ""));
    assertThat(
            ControlMessageParser.parse(
                "{\"header\":{\"tr_key\":null},\"body\":{\"rt_cd\":0,\"msg_cd\":{},\"msg1\":[1]}}"))
        .isEqualTo(new ControlMessage.Reply(null, null, true, "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "(null)", "H0STCNT0"})
  void aReplyAboutAnotherTrNamesNoContract(String trId) {
    assertThat(new ControlMessage.Reply(trId, "111V06", true, "", "").namesContract()).isFalse();
  }

  @Test
  void aReplyWithoutAKeyNamesNoContract() {
    assertThat(new ControlMessage.Reply("H0ZFCNT0", "", true, "", "").namesContract()).isFalse();
    assertThat(new ControlMessage.Reply("H0ZFCNT0", null, true, "", "").namesContract()).isFalse();
    assertThat(new ControlMessage.Reply(null, "111V06", true, "", "").namesContract()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20260710171541\"}}",
        "{ \"header\" : { \"tr_id\" : \"PINGPONG\" } }",
        "{\"header\":{\"tr_id\":\"PINGPONG\"},\"body\":{}}\n"
      })
  void aPingPongKeepsItsTextForTheEcho(String text) {
    assertThat(ControlMessageParser.parse(text)).isEqualTo(new ControlMessage.PingPong(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"header\":",
        "{'header':1}",
        "{\"body\":{\"rt_cd\":\"0\"}} trailing",
        "{\"body\":{\"rt_cd\":\"0\"}}{}",
        "[1,2]",
        "3",
        "null",
        "\"text\"",
        "{}",
        "{\"header\":{\"tr_id\":\"H0ZFCNT0\"}}",
        "{\"body\":{\"rt_cd\":null}}",
        "{\"body\":{\"rt_cd\":{}}}",
        "{\"body\":\"rt_cd\"}",
        "\ufeff{}",
        "{\"body\":{\"rt_cd\":NaN}}"
      })
  void whatHasNoKnownFormIsUnreadableWithASentence(String text) {
    assertThat(ControlMessageParser.parse(text))
        .isInstanceOfSatisfying(
            ControlMessage.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).startsWith("the message "));
  }

  @Test
  void unreadableDoesNotRepeatTheMessage() {
    assertThat(ControlMessageParser.parse("{\"approval_key\":\"very-secret\"").toString())
        .isEqualTo("Unreadable[reason=the message is not JSON]");
  }

  @Test
  void bottomlessNestingAndEndlessNumbersAreUnreadable() {
    assertThat(ControlMessageParser.parse("{\"a\":".repeat(100_000)))
        .isInstanceOf(ControlMessage.Unreadable.class);
    assertThat(ControlMessageParser.parse("{\"body\":{\"rt_cd\":" + "9".repeat(100_000) + "}}"))
        .isInstanceOf(ControlMessage.Unreadable.class);
  }

  @Test
  void aControlMessageBeginsWithABrace() {
    assertThat(ControlMessageParser.isControlMessage("{")).isTrue();
    assertThat(ControlMessageParser.isControlMessage("")).isFalse();
    assertThat(ControlMessageParser.isControlMessage(" {")).isFalse();
    assertThat(ControlMessageParser.isControlMessage("0|H0ZFCNT0|001|")).isFalse();
  }
}
