package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.feed.SessionState;
import org.junit.jupiter.api.Test;

/** KIS does not know the app key. */
class AppKeyRefusedAtTheStartTest {
  @Test
  void itIsFatal() throws Exception {
    try (FaultRun run =
        script("- on: approval", "  what: approval-error", "  code: EGW00103").after(3600)) {
      run.assertOutcomeWithoutTrades("APPROVAL_FAILED EGW00103").assertAttempts().assertNoSecrets();
      assertThat(run.session().state()).isEqualTo(SessionState.CLOSED);
      assertThat(run.session().fatalFailure()).hasMessageContaining("EGW00103");
    }
  }
}
