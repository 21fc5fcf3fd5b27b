package io.github.kisfutures.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reply table of {@code docs/feed.md}, "Answers", row by row. */
class ReplyMeaningTest {
  @ParameterizedTest
  @CsvSource({
    "0, OPSP0000, REGISTERED",
    "0, OPSP0001, UNREGISTERED",
    "1, OPSP0002, REGISTERED",
    "1, OPSP0003, UNREGISTERED",
    "1, OPSP0007, RETRY_CONTRACT",
    "9, OPSP0007, RETRY_CONTRACT",
    "1, OPSP0009, RETRY_CONTRACT",
    "9, OPSP0009, RETRY_CONTRACT",
    "1, OPSP0008, CONTRACT_REFUSED",
    "1, OPSP0010, APPROVAL_REFUSED",
    "1, OPSP0011, APPROVAL_REFUSED",
    "1, OPSP9994, APPROVAL_REFUSED",
    "1, OPSP8991, CONTRACT_REFUSED",
    "1, OPSP8992, CONTRACT_REFUSED",
    "1, OPSP9990, CONTRACT_REFUSED",
    "9, OPSP8996, KEY_IN_USE",
    "1, OPSP8993, REQUEST_MALFORMED",
    "1, OPSP8994, REQUEST_MALFORMED",
    "9, OPSP8995, REQUEST_MALFORMED",
    "1, OPSP8997, REQUEST_MALFORMED",
    "1, OPSP8998, REQUEST_MALFORMED",
    "1, OPSP8999, REQUEST_MALFORMED",
    "1, OPSP9991, REQUEST_MALFORMED",
    "1, OPSP9992, REQUEST_MALFORMED",
    "1, OPSP9993, REQUEST_MALFORMED",
    "9, OPSP9995, REQUEST_MALFORMED",
    "1, OPSP9996, REQUEST_MALFORMED",
    "1, OPSP9997, REQUEST_MALFORMED",
    "1, OPSP9998, REQUEST_MALFORMED",
    "9, OPSP9999, REQUEST_MALFORMED"
  })
  void everyRowOfTheTable(String returnCode, String code, ReplyMeaning meaning) {
    String text = "{\"body\":{\"rt_cd\":\"" + returnCode + "\",\"msg_cd\":\"" + code + "\"}}";

    assertThat(ControlMessageParser.parse(text))
        .isInstanceOfSatisfying(
            ControlMessage.Reply.class, reply -> assertThat(reply.meaning()).isEqualTo(meaning));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPSP0000", "OPSP0001", "OPSP0004", "OPSP7777", "", "EGW00201", "OPSP9"})
  void aFailureThatTheTableDoesNotKnowIsAFailure(String code) {
    assertThat(ReplyMeaning.of(false, code)).isEqualTo(ReplyMeaning.UNKNOWN_FAILURE);
  }

  @Test
  void theReturnCodeDecidesBeforeTheMessageCode() {
    assertThat(ReplyMeaning.of(true, "")).isEqualTo(ReplyMeaning.REGISTERED);
    assertThat(ReplyMeaning.of(true, "OPSP7777")).isEqualTo(ReplyMeaning.REGISTERED);
  }
}
