package io.github.kisfutures.reference;

import static io.github.kisfutures.reference.SampleRecord.frame;
import static io.github.kisfutures.reference.SampleRecord.line;
import static io.github.kisfutures.reference.SampleRecord.official;
import static io.github.kisfutures.reference.SampleRecord.officialFrame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawCaptureTest {

  @Test
  void readsTheOfficialFrame() {
    RawTrade trade = onlyTrade(line("091639", officialFrame()));

    assertThat(trade.contract()).isEqualTo("111V06");
    assertThat(trade.eventTime()).isEqualTo(Instant.parse("2026-07-10T00:16:39Z"));
    assertThat(trade.receiveTime()).isEqualTo(Instant.parse("2026-07-10T00:16:39.500Z"));
    assertThat(trade.tradingDate()).isEqualTo(LocalDate.of(2026, 7, 10));
    assertThat(trade.price()).isEqualTo(77_900);
    assertThat(trade.volumeBefore()).isEqualTo(1719);
    assertThat(trade.volumeAfter()).isEqualTo(1724);
    assertThat(trade.valueBefore(BigDecimal.TEN)).isEqualTo("1333233000");
    assertThat(trade.number("market_basis")).isEqualTo(new BigDecimal("400.00"));
    assertThat(trade.number("theoretical_basis")).isEqualTo(new BigDecimal("399.50"));
    assertThat(trade.number("open_interest_change")).isEqualTo(new BigDecimal("-1"));
    assertThat(trade.values())
        .hasSize(49)
        .containsEntry("trade_time", LocalTime.of(9, 16, 39))
        .containsEntry("open_time", null)
        .containsEntry("volume_rate", new BigDecimal("6.23"))
        .containsEntry("cumulative_buy_volume", 626L)
        .containsEntry("dynamic_limit_code", "0");
  }

  @Test
  void readsEveryRecordOfAFrameInOrder() {
    RawCapture capture =
        RawCapture.parse(
            List.of(line(official(), official().with("price", "78000")), line(official())));

    assertThat(capture.trades())
        .extracting(RawTrade::price)
        .containsExactly(77900L, 78000L, 77900L);
    assertThat(capture.trades()).extracting(RawTrade::arrival).containsExactly(0L, 1L, 2L);
  }

  @Test
  void readsTheFirst49FieldsOfWiderRecords() {
    String wide = official().text() + "^7^8";
    RawCapture capture =
        RawCapture.parse(List.of(line("091639", "0|H0ZFCNT0|002|" + wide + "^" + wide)));

    assertThat(capture.trades()).extracting(RawTrade::price).containsExactly(77900L, 77900L);
  }

  @Test
  void dropsOneTrailingSeparatorWhenTheTokensDoNotDivide() {
    String frame = frame(official(), official());

    assertThat(RawCapture.parse(List.of(line("091639", frame + "^"))).trades()).hasSize(2);
    assertThat(RawCapture.parse(List.of(line("091639", frame + "^^^"))).rejected()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nan", "-nan", "inf", "-inf", "NaN"})
  void readsBlankAndNotANumberAsNull(String text) {
    RawTrade trade =
        onlyTrade(line(official().with("market_basis", text).with("open_interest", text)));

    assertThat(trade.number("market_basis")).isNull();
    assertThat(trade.number("open_interest")).isNull();
  }

  @Test
  void readsTheH0stcnt0FrameAsAnUnknownTr() {
    RawCapture capture =
        RawCapture.parse(
            List.of(
                line("114828", SampleRecord.resource("frames/h0stcnt0-multirecord.txt").strip())));

    assertThat(capture.trades()).isEmpty();
    assertThat(capture.rejected())
        .extracting(RawCapture.Rejected::why)
        .containsExactly("unknown TR H0STCNT0");
  }

  @Test
  void ignoresControlMessages() {
    List<String> lines =
        SampleRecord.resource("frames/control-messages.jsonl")
            .lines()
            .map(json -> line("091639", json))
            .toList();

    assertThat(RawCapture.parse(lines)).isEqualTo(new RawCapture(List.of(), List.of(), 0, 7));
  }

  @ParameterizedTest
  @CsvSource({
    "contract, 11v06, not a contract code: 11v06",
    "contract, '', no contract: ''",
    "trade_time, '', no trade_time: ''",
    "trade_time, 246000, no trade_time: '246000'",
    "trade_time, 91639, no trade_time: '91639'",
    "price, nan, no price: 'nan'",
    "price, 77900.50, no price: '77900.50'",
    "quantity, '', no quantity: ''",
    "cumulative_volume, 12a, no cumulative_volume: '12a'",
    "cumulative_volume, 9223372036854775808, no cumulative_volume: '9223372036854775808'",
    "cumulative_value, '', no cumulative_value: ''"
  })
  void rejectsTheWholeFrameForOneFaultyRecord(String column, String text, String why) {
    String line = line("091639", frame(official(), official().with(column, text)));

    RawCapture capture = RawCapture.parse(List.of(line));

    assertThat(capture.trades()).isEmpty();
    assertThat(capture.rejected()).containsExactly(new RawCapture.Rejected(line, why));
  }

  @Test
  void rejectsFramesOutsideTheGrammar() {
    String record = official().text();
    String[] frames = {
      "1|H0ZFCNT0|001|" + record,
      "2|H0ZFCNT0|001|" + record,
      "0|H0ZFCNT0|000|" + record,
      "0|H0ZFCNT0|x|" + record,
      "0|H0ZFCNT0|002|" + record,
      "0|H0ZFCNT0|002|" + record + "^" + record.substring(0, 60),
      "0|H0ZFCNT0|001|" + record.substring(0, 60),
      "0|H0ZFCNT0|" + record,
      "PONG"
    };
    for (String frame : frames) {
      RawCapture capture = RawCapture.parse(List.of(line("091639", frame)));

      assertThat(capture.trades()).as(frame).isEmpty();
      assertThat(capture.rejected()).as(frame).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-10T09:16:40+09:00, 09:16:39, 2026-07-10T00:16:39Z",
    "2026-07-10T00:00:01+09:00, 23:59:59, 2026-07-09T14:59:59Z",
    "2026-07-10T23:59:59+09:00, 00:00:01, 2026-07-10T15:00:01Z"
  })
  void takesTheDateNearestToTheReceiveTime(String received, String time, Instant expected) {
    Instant receiveTime = OffsetDateTime.parse(received).toInstant();

    assertThat(RawCapture.eventTime(receiveTime, LocalTime.parse(time))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "09:16:40, 09:17:40, 2026-07-10T00:17:40Z", // 60 s ahead: believed
    "09:16:40, 09:17:41, 2026-07-10T00:16:40Z",
    "09:16:40, 15:00:00, 2026-07-10T00:16:40Z",
    "09:16:40, 08:00:00, 2026-07-09T23:00:00Z"
  })
  void doesNotBelieveATimeFarAhead(String received, String time, Instant expected) {
    Instant receiveTime = OffsetDateTime.parse("2026-07-10T" + received + "+09:00").toInstant();

    assertThat(RawCapture.eventTime(receiveTime, LocalTime.parse(time))).isEqualTo(expected);
    assertThat(RawCapture.eventTime(receiveTime.plusMillis(999), LocalTime.parse(time)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "best_ask, 77900.00, 77900",
    "best_ask, +77900, 77900",
    "best_ask, -5.000, -5",
    "best_ask, 77900.50, ",
    "best_ask, 9223372036854775807, 9223372036854775807",
    "best_ask, 9223372036854775808, ",
    "best_ask, 12a, ",
    "best_ask, nan(ind), ",
    "market_basis, +58.23, 58.23",
    "market_basis, 58, 58.00",
    "market_basis, 58.225, 58.23",
    "market_basis, -58.225, -58.23",
    "market_basis, 9999999999999999.99, 9999999999999999.99",
    "market_basis, 9999999999999999.995, ",
    "market_basis, 1.2.3, ",
    "market_basis, 1e3, ",
    "market_basis, '1,000.00', "
  })
  void readsWhatItCanOfAnOptionalField(String column, String text, BigDecimal expected) {
    assertThat(onlyTrade(line(official().with(column, text))).number(column)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, ", "000000, ", "91639, ", "091639, 09:16:39", "246000, "})
  void readsWhatItCanOfAnOptionalTime(String text, LocalTime expected) {
    assertThat(onlyTrade(line(official().with("open_time", text))).values().get("open_time"))
        .isEqualTo(expected);
  }

  @Test
  void passesOverLinesThatAreNotes() {
    RawCapture capture = RawCapture.parse(List.of("# connected", line(official())));

    assertThat(capture.trades()).hasSize(1);
    assertThat(capture.rejected()).isEmpty();
  }

  @Test
  void refusesALineThatIsNoCaptureLine() {
    assertThatThrownBy(() -> RawCapture.parse(List.of(officialFrame())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without a TAB");
  }

  private static RawTrade onlyTrade(String line) {
    RawCapture capture = RawCapture.parse(List.of(line));
    assertThat(capture.rejected()).isEmpty();
    assertThat(capture.trades()).hasSize(1);
    return capture.trades().get(0);
  }
}
