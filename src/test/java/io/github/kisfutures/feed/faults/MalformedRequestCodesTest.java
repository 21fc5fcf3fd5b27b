package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.feed.SessionState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** KIS calls a request malformed, which only a fault of ours can cause. */
class MalformedRequestCodesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "OPSP8993",
        "OPSP8994",
        "OPSP8995",
        "OPSP8997",
        "OPSP8998",
        "OPSP8999",
        "OPSP9991",
        "OPSP9992",
        "OPSP9993",
        "OPSP9995",
        "OPSP9996",
        "OPSP9997",
        "OPSP9998",
        "OPSP9999"
      })
  void theSessionFailsLoudly(String code) throws Exception {
    try (FaultRun run = script("- on: subscribe", "  what: error", "  code: " + code).after(3600)) {
      run.assertOutcomeWithoutTrades("CONNECTED", "PROTOCOL_ERROR " + code, "DISCONNECTED")
          .assertAttempts(1);
      assertThat(run.session().fatalFailure())
          .hasMessageContaining(code)
          .hasMessageContaining("report");
      assertThat(run.session().state()).isEqualTo(SessionState.CLOSED);
    }
  }
}
