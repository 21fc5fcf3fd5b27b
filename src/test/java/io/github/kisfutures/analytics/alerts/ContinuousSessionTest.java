package io.github.kisfutures.analytics.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.KoreaTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContinuousSessionTest {
  private static long millis(String kst) {
    return OffsetDateTime.parse(kst + "+09:00").toInstant().toEpochMilli();
  }

  /** 2026-07-10 is a Friday. */
  @ParameterizedTest
  @CsvSource({
    "in the session, 2026-07-10T10:00:00, 300, 2026-07-10T10:05:00",
    "up to its end, 2026-07-10T15:30:00, 300, 2026-07-10T15:35:00",
    "beyond its end and over a weekend, 2026-07-10T15:30:01, 300, 2026-07-13T08:50:00",
    "before its begin, 2026-07-10T08:31:00, 300, 2026-07-10T08:50:00",
    "after midnight, 2026-07-10T00:00:00, 1, 2026-07-10T08:45:01",
    "in the evening, 2026-07-09T22:00:00, 60, 2026-07-10T08:46:00",
    "on a Sunday, 2026-07-12T12:00:00, 60, 2026-07-13T08:46:00",
    "for a whole session, 2026-07-10T09:00:00, 24600, 2026-07-13T15:35:00"
  })
  void countsInTheContinuousSessionOnly(String when, String since, int seconds, String silent) {
    long at = ContinuousSession.silentAt("A11610", millis(since), Duration.ofSeconds(seconds));

    assertThat(KoreaTime.text(at)).as(when).startsWith(silent);
  }

  /** A11610 ends on 2026-10-08, the second Thursday, at 15:20. */
  @Test
  void theLastTradingDayIsShorter() {
    long at =
        ContinuousSession.silentAt("A11610", millis("2026-10-08T15:15:00"), Duration.ofMinutes(5));
    assertThat(KoreaTime.text(at)).startsWith("2026-10-08T15:20:00");
    assertThat(
            ContinuousSession.silentAt(
                "A11610", millis("2026-10-08T15:15:01"), Duration.ofMinutes(5)))
        .isEqualTo(ContinuousSession.NEVER);
    assertThat(
            ContinuousSession.silentAt(
                "A11611", millis("2026-10-08T15:20:01"), Duration.ofMinutes(5)))
        .as("another month")
        .isEqualTo(millis("2026-10-08T15:25:01"));
  }

  @Test
  void aContractThatHasEndedIsNeverSilent() {
    assertThat(
            ContinuousSession.silentAt(
                "A11610", millis("2026-10-09T09:00:00"), Duration.ofMinutes(5)))
        .isEqualTo(ContinuousSession.NEVER);
    assertThat(
            ContinuousSession.silentAt(
                "A11610", millis("2026-10-07T15:34:00"), ContinuousSession.LONGEST))
        .as("its last session is too short for it")
        .isEqualTo(ContinuousSession.NEVER);
  }
}
