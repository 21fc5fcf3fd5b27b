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
    assertThat(Redaction.redact("see PSkey123 or PSkey123x", List.of("PSkey123", "other")))
        .isEqualTo("see [redacted] or [redacted]x");
    assertThat(Redaction.redact("invalid approval : " + KEY, List.of()))
        .isEqualTo("invalid approval : [redacted]");
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
