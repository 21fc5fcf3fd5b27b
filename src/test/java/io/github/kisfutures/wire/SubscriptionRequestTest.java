package io.github.kisfutures.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SubscriptionRequestTest {
  private static final String KEY = "062f61cb-c756-4b8f-9fab-92113c6fbea4";

  @Test
  void aSubscriptionIsTheTextOfTheProtocolPage() {
    assertThat(SubscriptionRequest.subscribe("...", "P", "111V06").toJson())
        .isEqualTo(
            "{\"header\":{\"approval_key\":\"...\",\"custtype\":\"P\",\"tr_type\":\"1\","
                + "\"content-type\":\"utf-8\"},\"body\":{\"input\":{\"tr_id\":\"H0ZFCNT0\","
                + "\"tr_key\":\"111V06\"}}}");
  }

  @Test
  void theEndOfASubscriptionDiffersInItsType() {
    assertThat(SubscriptionRequest.unsubscribe(KEY, "B", "A11610").toJson())
        .isEqualTo(
            "{\"header\":{\"approval_key\":\""
                + KEY
                + "\",\"custtype\":\"B\",\"tr_type\":\"2\",\"content-type\":\"utf-8\"},"
                + "\"body\":{\"input\":{\"tr_id\":\"H0ZFCNT0\",\"tr_key\":\"A11610\"}}}");
  }

  @Test
  void textsAreEscaped() {
    assertThat(SubscriptionRequest.subscribe("a\"b\\c\n", "P", "111V06").toJson())
        .contains("\"approval_key\":\"a\\\"b\\\\c\\n\"");
  }

  @Test
  void theApprovalKeyIsNotInItsText() {
    assertThat(SubscriptionRequest.subscribe(KEY, "P", "111V06"))
        .hasToString("subscribe H0ZFCNT0 111V06 [approval key redacted]");
    assertThat(SubscriptionRequest.unsubscribe(KEY, "P", "111V06"))
        .hasToString("unsubscribe H0ZFCNT0 111V06 [approval key redacted]");
  }

  @Test
  void everyMemberMustBeThere() {
    assertThatThrownBy(() -> SubscriptionRequest.subscribe(null, "P", "111V06"))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("approvalKey");
    assertThatThrownBy(() -> SubscriptionRequest.subscribe(KEY, "P", null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("trKey");
  }
}
