package io.github.kisfutures.source.watermarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.source.RecordOutput;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionWatermarkTest {
  private static final long NINE = Instant.parse("2026-07-10T00:00:00Z").toEpochMilli();
  private static final long SECOND = 1000;
  private static final long HOUR = 3_600 * SECOND;
  private static final WatermarkSettings SETTINGS =
      new WatermarkSettings(Duration.ofSeconds(2), Duration.ofSeconds(5));

  private final BelievedClock clock = new BelievedClock(SETTINGS.maxFeedDelay());
  private final SessionWatermark watermark = new SessionWatermark(SETTINGS, clock);
  private final Emitted output = new Emitted();

  @Test
  void theClockMovesItInAQuietMarketAndBeforeTheFirstTrade() {
    look(0, 0);
    look(60, 0);

    assertThat(output.watermarks).containsExactly(NINE - 5 * SECOND, NINE + 55 * SECOND);
  }

  @Test
  void theLaterOfConfirmedTimeAndClockCounts() {
    watermark.frame(NINE - SECOND, output);
    assertThat(output.watermarks).as("one frame confirms nothing").isEmpty();
    watermark.frame(NINE - SECOND, output);
    assertThat(output.last()).isEqualTo(NINE - 3 * SECOND);

    look(2, 0);
    assertThat(output.watermarks).as("both alike").hasSize(1);
    look(3, 0);
    assertThat(output.last()).as("clock").isEqualTo(NINE - 2 * SECOND);
  }

  @Test
  void framesWithoutTradesOrOutOfOrderDoNotMoveIt() {
    watermark.frame(NINE, output);
    watermark.frame(NINE, output);
    watermark.frame(RecordOutput.NO_TIME, output);
    watermark.frame(NINE - SECOND, output);
    watermark.frame(NINE, output);

    assertThat(output.watermarks).containsExactly(NINE - 2 * SECOND);
  }

  @Test
  void anHourForSixteenSecondsClosesNoWindow() {
    look(0, 0);
    for (int second = 1; second <= 16; second++) {
      Duration step = look(second, HOUR);
      assertThat(step).isEqualTo(second == 1 ? Duration.ofHours(1) : Duration.ZERO);
      watermark.frame(NINE + (second - 1) * SECOND, output);
      assertThat(output.last()).isLessThan(NINE + (second - 1) * SECOND);
    }
    assertThat(look(17, 0)).isEqualTo(Duration.ofHours(-1));
    look(18, 0);

    assertThat(output.last()).isEqualTo(NINE + 13 * SECOND);
    assertThat(output.watermarks).isSorted();
  }

  @Test
  void afterAStepBackTheWatermarkWaits() {
    look(60, 0);
    look(61, -60 * SECOND);
    look(119, -60 * SECOND);
    assertThat(output.watermarks).containsExactly(NINE + 55 * SECOND);

    look(121, -60 * SECOND);
    assertThat(output.last()).isEqualTo(NINE + 56 * SECOND);
  }

  @Test
  void aQuietSessionBelievesWhatAnotherConfirms() {
    SessionWatermark busy = new SessionWatermark(SETTINGS, clock);
    look(0, 0);
    look(1, HOUR);
    assertThat(output.last()).isEqualTo(NINE - 4 * SECOND);

    busy.frame(NINE + HOUR, new Emitted());
    busy.frame(NINE + HOUR, new Emitted());
    look(2, HOUR);

    assertThat(output.last()).isEqualTo(NINE + HOUR - 3 * SECOND);
  }

  private Duration look(long passedSeconds, long wallIsAhead) {
    long passed = passedSeconds * SECOND;
    return watermark.look(NINE + passed + wallIsAhead, passed, output);
  }
}
