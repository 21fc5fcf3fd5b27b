package io.github.kisfutures.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Decides on requests for approval keys ({@code docs/feed.md}, "Approval key"); no sockets. */
final class ApprovalDesk {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TOO_MANY_CALLS = "EGW00201";

  /** Codes about the app key or its secret. */
  private static final String KEY_CODES = "EGW0010";

  private final List<SimulatedAccount> accounts;
  private final ApprovalKeys keys;
  private final Faults faults;

  /**
   * An HTTP answer.
   *
   * @param status HTTP status
   * @param body JSON
   */
  record Answer(int status, String body) {}

  ApprovalDesk(List<SimulatedAccount> accounts, ApprovalKeys keys, Faults faults) {
    this.accounts = accounts;
    this.keys = keys;
    this.faults = faults;
  }

  /** The answer to a request's body. */
  Answer answer(String body, Instant now) {
    JsonNode request;
    try {
      request = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return refusal(400, "EGW00101", "유효하지 않은 요청입니다.");
    }
    if (!"client_credentials".equals(request.path("grant_type").asText())) {
      return refusal(400, "EGW00101", "유효하지 않은 요청입니다.");
    }
    if (!request.path("appkey").isTextual()) {
      return refusal(400, "EGW00102", "AppKey는 필수입니다.");
    }
    if (!request.path("secretkey").isTextual()) {
      return refusal(400, "EGW00104", "AppSecret은 필수입니다.");
    }
    return answer(request.path("appkey").asText(), request.path("secretkey").asText(), now);
  }

  private Answer answer(String appKey, String appSecret, Instant now) {
    if (!accounts.isEmpty()) {
      if (accounts.stream().noneMatch(account -> account.appKey().equals(appKey))) {
        return refusal(403, "EGW00103", "유효하지 않은 AppKey입니다.");
      }
      if (!accounts.contains(new SimulatedAccount(appKey, appSecret))) {
        return refusal(403, "EGW00105", "유효하지 않은 AppSecret입니다.");
      }
    }
    Fault error =
        Faults.find(FaultWord.APPROVAL_ERROR, faults.on(FaultEvent.APPROVAL, now, 0, appKey, null));
    if (error != null) {
      String code = error.codeOr(TOO_MANY_CALLS);
      return code.startsWith(KEY_CODES)
          ? refusal(403, code, "유효하지 않은 AppKey입니다.")
          : refusal(500, code, "초당 거래건수를 초과하였습니다.");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    return new Answer(200, answer.put("approval_key", keys.give(appKey, now)).toString());
  }

  private static Answer refusal(int status, String code, String description) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("error_description", description).put("error_code", code);
    return new Answer(status, answer.toString());
  }
}
