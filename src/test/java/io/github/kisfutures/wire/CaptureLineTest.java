package io.github.kisfutures.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureLineTest {
  @Test
  void isReceiveTimeTabFrame() {
    CaptureLine line = new CaptureLine(Frames.RECEIPT.receivedAtMillis(), Frames.official());

    assertThat(line.text()).isEqualTo("2026-07-10T09:16:39.500+09:00\t" + Frames.official());
    assertThat(CaptureLine.parse(line.text())).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-10T09:16:39.120+09:00, 2026-07-10T00:16:39.120Z",
    "2026-07-10T00:16:39.120Z, 2026-07-10T00:16:39.120Z",
    "2026-07-09T17:16:39.120-07:00, 2026-07-10T00:16:39.120Z",
    "2026-07-10T05:46:39.120+05:30, 2026-07-10T00:16:39.120Z",
    "2026-07-10T09:16:39+09:00, 2026-07-10T00:16:39Z",
    "2026-07-10T09:16+09:00, 2026-07-10T00:16:00Z",
    "2026-07-10T09:16:39.123456789+09:00, 2026-07-10T00:16:39.123Z",
    "2026-07-31T23:59:59.999+09:00, 2026-07-31T14:59:59.999Z",
    "2028-02-29T00:00:00.000+09:00, 2028-02-28T15:00:00Z",
    "1970-01-01T00:00:00.000+09:00, 1969-12-31T15:00:00Z",
    "1969-12-31T23:59:59.999+09:00, 1969-12-31T14:59:59.999Z",
    "2100-03-01T00:00:00.000+09:00, 2100-02-28T15:00:00Z"
  })
  void takesIso8601WithAnyZone(String time, Instant expected) {
    CaptureLine line = CaptureLine.parse(time + "\tframe");

    assertThat(Instant.ofEpochMilli(line.receivedAtMillis())).isEqualTo(expected);
    assertThat(line.frame()).isEqualTo("frame");
  }

  @Test
  void everyTimeThatIsWrittenIsReadAsTheJdkReadsIt() {
    long seed = 29;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long millis = random.nextLong(-1L << 43, 1L << 47);
      String text = new CaptureLine(millis, "f").text();
      String input = "seed " + seed + ", line " + text;

      assertThat(CaptureLine.parse(text).receivedAtMillis()).as(input).isEqualTo(millis);
      assertThat(OffsetDateTime.parse(text.substring(0, text.indexOf('\t'))).toInstant())
          .as(input)
          .isEqualTo(Instant.ofEpochMilli(millis));
    }
  }

  @Test
  void theFrameIsAllThatFollowsTheFirstTab() {
    String time = "2026-07-10T09:16:39.120+09:00\t";

    assertThat(CaptureLine.parse(time).frame()).isEmpty();
    assertThat(CaptureLine.parse(time + "a\tb ").frame()).isEqualTo("a\tb ");
    assertThat(CaptureLine.parse(time + "{\"k\":\"가\"}").frame()).isEqualTo("{\"k\":\"가\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "frame", "2026-07-10T09:16:39.120+09:00 frame"})
  void aLineWithoutATabIsRefused(String line) {
    assertThatThrownBy(() -> CaptureLine.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no tab between receive time and frame");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-07-10",
        "2026-07-10T09:16:39.120",
        "2026-07-10 09:16:39.120+09:00",
        "2026-13-10T09:16:39.120+09:00",
        "2026-00-10T09:16:39.120+09:00",
        "2026-02-29T09:16:39.120+09:00",
        "2026-02-30T09:16:39.120+09:00",
        "2026-04-31T09:16:39.120+09:00",
        "2026-07-00T09:16:39.120+09:00",
        "2026-07-10T24:16:39.120+09:00",
        "2026-07-10T09:60:39.120+09:00",
        "2026-07-10T09:16:60.120+09:00",
        "2026-07-10T09:16:39.1x0+09:00",
        "2026-07-10T09:16:39,120+09:00",
        "２026-07-10T09:16:39.120+09:00",
        "+999999999-12-31T23:59:59.999Z",
        "-999999999-01-01T00:00:00.000Z"
      })
  void aTimeThatIsNoneIsRefusedAndQuoted(String time) {
    assertThatThrownBy(() -> CaptureLine.parse(time + "\tframe"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the receive time '"
                + time
                + "' is not ISO-8601 with a zone, as 2026-07-10T09:16:39.120+09:00");
  }
}
