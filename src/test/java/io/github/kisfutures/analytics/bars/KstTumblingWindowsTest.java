package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.market.TradeFixture.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.junit.jupiter.api.Test;

class KstTumblingWindowsTest {
  private static Collection<TimeWindow> windows(String time, Duration... sizes) {
    KstTumblingWindows assigner = new KstTumblingWindows(WindowSizes.of(List.of(sizes)));
    assertThat(assigner.isEventTime()).isTrue();
    return assigner.assignWindows("anything", millis(time), null);
  }

  private static TimeWindow window(String start, Duration size) {
    return new TimeWindow(millis(start), millis(start) + size.toMillis());
  }

  @Test
  void assignsOneWindowOfEachSize() {
    Duration seconds = Duration.ofSeconds(10);
    Duration hours = Duration.ofHours(1);

    assertThat(windows("09:16:39", seconds, hours))
        .containsExactly(window("09:16:30", seconds), window("09:00:00", hours));
    assertThat(windows("09:16:40", seconds)).containsExactly(window("09:16:40", seconds));
  }

  @Test
  void countsFromKoreanMidnight() {
    Duration day = Duration.ofHours(24);

    assertThat(windows("08:45:00", day)).containsExactly(window("00:00:00", day));
    assertThat(windows("23:59:59", day)).containsExactly(window("00:00:00", day));
  }

  @Test
  void sizeThatDoesNotDivideTheDayStartsAgainAtMidnight() {
    Duration sevenHours = Duration.ofHours(7);

    assertThat(windows("23:00:00", sevenHours)).containsExactly(window("21:00:00", sevenHours));
    assertThat(windows("00:00:00", sevenHours)).containsExactly(window("00:00:00", sevenHours));
    assertThat(windows("07:00:00", sevenHours)).containsExactly(window("07:00:00", sevenHours));
  }

  @Test
  void refusesWhatHasNoTimestamp() {
    KstTumblingWindows assigner =
        new KstTumblingWindows(WindowSizes.of(List.of(Duration.ofMinutes(1))));

    assertThatThrownBy(() -> assigner.assignWindows("x", Long.MIN_VALUE, null))
        .hasMessageContaining("without a timestamp");
  }
}
