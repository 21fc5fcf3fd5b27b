package io.github.kisfutures.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final String KEY = "062f61cb-c756-4b8f-9fab-92113c6fbea4";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid approval : " + KEY,
        "invalid approval : 062F61CB-C756-4B8F-9FAB-92113C6FBEA4",
        "invalid approval:" + KEY,
        "invalid approval  :  062f61cb, too short for a key",
        "INVALID APPROVAL : 062f61cb",
        "invalid appkey : 062f61cb",
        "x" + KEY + "y",
        "{\"header\":{\"approval_key\":\"062f61cb\",\"custtype\":\"P\"}}",
        "{\"approval_key\" : \"062f61cb\"}",
        "{\"appkey\":\"062f61cb\"}",
        "{\"appsecret\":\"062f61cb\"}",
        "{\"secretkey\":\"062f61cb\"}",
        "{\"body\":{\"msg1\":\"invalid approval : 062f61cb\"}}",
        "{\"msg1\":\"invalid approval : " + KEY // cut off: no JSON any more
      })
  void aKeyIsRemovedFromWhateverTextItStandsIn(String text) {
    assertThat(Redaction.redactKeys(text))
        .contains(Redaction.REDACTED)
        .doesNotContainIgnoringCase("062f61cb")
        .doesNotContainIgnoringCase("92113c6fbea4");
  }

  @ParameterizedTest
  @CsvSource({
    "invalid appkey : NOT FOUND",
    "invalid approval : NOT FOUND",
    "ALREADY IN USE appkey",
    "UNSUBSCRIBE ERROR(not found!)",
    "SUBSCRIBE SUCCESS",
    "''"
  })
  void aTextWithoutAKeyStays(String text) {
    assertThat(Redaction.redactKeys(text)).isEqualTo(text);
  }

  @Test
  void aFrameStays() {
    assertThat(Redaction.redactKeys(Frames.official())).isEqualTo(Frames.official());
  }

  @Test
  void whatStandsAroundAMemberStays() {
    assertThat(Redaction.redactKeys("{\"approval_key\":\"k-e-y\",\"custtype\":\"P\"}"))
        .isEqualTo("{\"approval_key\":\"[redacted]\",\"custtype\":\"P\"}");
    assertThat(Redaction.redactKeys("{\"msg1\":\"invalid approval : k-e-y\",\"rt_cd\":\"1\"}"))
        .isEqualTo("{\"msg1\":\"invalid approval : [redacted]\",\"rt_cd\":\"1\"}");
  }

  @Test
  void redactingTwiceChangesNothingMore() {
    String once = Redaction.redactKeys("invalid approval : " + KEY + " and {\"appkey\":\"x\"}");

    assertThat(Redaction.redactKeys(once)).isEqualTo(once);
  }

  @Test
  void knownSecretsAreRemovedWhereverTheyStand() {
    String key = "PSkey1234567890abcdefghijklmnopqrstuv";
    assertThat(Redaction.redact("see " + key + " or x" + key + "x", List.of(key)))
        .isEqualTo("see [redacted] or x[redacted]x");
    assertThat(Redaction.redact("invalid approval : " + KEY, List.of()))
        .isEqualTo("invalid approval : [redacted]");
  }

  /** As a secret that begins, ends or contains the key, and one that shares a part with it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRETVALUE-APPKEY-0123456789-xyz",
        "APPKEY-0123456789-xyz",
        "SECRETVALUE-APPKEY-0123456789",
        "0123456789-xyz-and-more"
      })
  void nothingOfASecretStaysWhereItMeetsAnother(String secret) {
    List<String> secrets = List.of("APPKEY-0123456789", secret);

    assertThat(Redaction.redact("say " + secret + ".", secrets)).isEqualTo("say [redacted].");
    assertThat(Redaction.redact("say APPKEY-0123456789-xyz-and-more.", secrets))
        .startsWith("say [redacted]")
        .doesNotContain("APPKEY", "0123456789");
  }

  @ParameterizedTest
  @CsvSource({
    "another session, another session",
    "the other session, the [redacted] session",
    "appkey : other, appkey : [redacted]",
    "'{\"k\":\"other\"}', '{\"k\":\"[redacted]\"}'",
    "others, others",
    "other, [redacted]"
  })
  void aShortSecretIsMatchedAsAWordOnly(String text, String redacted) {
    assertThat(Redaction.redact(text, List.of("other"))).isEqualTo(redacted);
  }

  @Test
  void aDataFrameIsRedactedButForWhatATradeMayHold() {
    String key = "PSkey1234567890abcdefghijklmnopqrstuv";
    String frame = "0|H0ZFCNT0|001|111V06^" + key + "^any-app-key^77600";

    assertThat(Redaction.redactFrame(frame, List.of("77600", key, "any-app-key")))
        .isEqualTo("0|H0ZFCNT0|001|111V06^[redacted]^[redacted]^77600");
    assertThat(Redaction.redactFrame(Frames.official(), List.of("77600", "any-app-key")))
        .isEqualTo(Frames.official());
  }

  @ParameterizedTest
  @CsvSource({
    "'jdbc:postgresql://db/kis?user=kis&password=hush&ssl=true', hush",
    "'  ''password'' = ''hush'',', hush",
    "'postgresql://kis:hush@db/kis', hush",
    "'required username=\"u\" password=\"hush\";', hush"
  })
  void aPasswordIsRemoved(String text, String password) {
    assertThat(Redaction.redactKeys(text)).contains("[redacted]").doesNotContain(password);
  }

  @Test
  void aSecretTooShortToBeOneDoesNotEatTheText() {
    assertThat(Redaction.redact("a banana", List.of("", "a", "an", "ana"))).isEqualTo("a banana");
  }

  @Test
  void aReplyShowsNoKeyInAnyText() {
    ControlMessage message =
        ControlMessageParser.parse(
            "{\"body\":{\"rt_cd\":\"1\",\"msg_cd\":\"OPSP0011\",\"msg1\":\"invalid approval : "
                + KEY
                + "\"}}");

    assertThat(message).isInstanceOf(ControlMessage.Reply.class);
    assertThat(((ControlMessage.Reply) message).message())
        .isEqualTo("invalid approval : [redacted]");
    assertThat(message.toString()).doesNotContain(KEY).contains("[redacted]");
  }
}
