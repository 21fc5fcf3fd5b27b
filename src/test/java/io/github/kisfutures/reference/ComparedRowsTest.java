package io.github.kisfutures.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparedRowsTest {
  private static final String GAP =
      """
      {"contract":"111V06","trading_date":"2026-07-10","from_volume":5,"to_volume":9,\
      "missed_volume":4,"missed_value":4600,"time_before":"2026-07-10T00:15:00Z",\
      "time_after":"2026-07-10T00:15:02.000Z","cause":"UNKNOWN","missed_price":115}""";

  private static final String LATE_JOIN =
      """
      {"contract":"111V06","trading_date":"2026-07-10","from_volume":0,"to_volume":3,\
      "missed_volume":3,"missed_value":3000,\
      "time_after":"2026-07-10T09:14:00+09:00","cause":"LATE_JOIN","missed_price":100}""";

  private static final List<Map<String, String>> EXPECTED =
      ReferenceRun.of(
              List.of(
                  SampleRecord.line(SampleRecord.trade("091400", 100, 2, 5, 5_000)),
                  SampleRecord.line(SampleRecord.trade("091502", 200, 3, 12, 15_600))),
              Duration.ofMinutes(1))
          .gaps();

  @Test
  void readsFinishedFilesOnly(@TempDir Path directory) throws IOException {
    Files.createDirectories(directory.resolve("2026-07-10--09"));
    Files.writeString(directory.resolve("2026-07-10--09/part-0"), GAP + "\n");
    Files.writeString(directory.resolve("part-1.json"), LATE_JOIN + "\n");
    Files.writeString(directory.resolve(".part-2.inprogress"), "{\"cont");
    Files.writeString(directory.resolve("_SUCCESS"), "");

    List<Map<String, String>> rows = JsonRows.read(ResultTable.GAPS, directory);

    assertThat(rows).extracting(r -> r.get("from_volume")).containsExactly("5", "0");
    assertThat(rows.get(0)).containsEntry("time_after", "2026-07-10T00:15:02Z");
    assertThat(rows.get(1))
        .containsEntry("time_before", null)
        .containsEntry("time_after", "2026-07-10T00:14:00Z");
  }

  @Test
  void acceptsTheSameRowsInAnyOrder(@TempDir Path directory) throws IOException {
    Files.writeString(
        directory.resolve("part"), GAP.replace("00:15:00Z", "00:14:00Z") + "\n" + LATE_JOIN);

    assertThatCode(() -> ComparedRows.assertSame(ResultTable.GAPS, EXPECTED, directory))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheDifferingCells() {
    List<Map<String, String>> actual =
        List.of(
            JsonRows.row(ResultTable.GAPS, LATE_JOIN.replace("3000", "3001.5")),
            JsonRows.row(
                ResultTable.GAPS, GAP.replace("\"missed_volume\":4", "\"missed_volume\":\"4\"")));

    assertThatThrownBy(() -> ComparedRows.assertSame(ResultTable.GAPS, EXPECTED, actual))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            gaps: 3 differences (2 rows expected, 2 found); key columns [contract, trading_date, from_volume, to_volume, time_after]
              [111V06 2026-07-10 0 3 2026-07-10T00:14:00Z] missed_value: expected 3000, found 3001.5 (not BIGINT)
              [111V06 2026-07-10 5 9 2026-07-10T00:15:02Z] missed_volume: expected 4, found "4" (not BIGINT)
              [111V06 2026-07-10 5 9 2026-07-10T00:15:02Z] time_before: expected 2026-07-10T00:14:00Z, found 2026-07-10T00:15:00Z""");
  }

  @Test
  void namesMissingAndRepeatedRows() {
    Map<String, String> gap = JsonRows.row(ResultTable.GAPS, GAP);

    assertThat(ComparedRows.differences(ResultTable.GAPS, EXPECTED, List.of(gap, gap)))
        .containsExactly(
            "[111V06 2026-07-10 0 3 2026-07-10T00:14:00Z] expected 1 time(s), found 0",
            "[111V06 2026-07-10 5 9 2026-07-10T00:15:02Z] expected 1 time(s), found 2");
  }

  @Test
  void refusesAnUnknownColumn() {
    assertThatThrownBy(() -> JsonRows.row(ResultTable.GAPS, "{\"contract\":\"A\",\"from\":1}"))
        .hasMessageContaining("gaps has no column from");
  }

  @Test
  void bringsNumbersAndTimesToOneForm() {
    Map<String, String> bar =
        JsonRows.row(
            ResultTable.BARS,
            "{\"vwap\":7.79E+4,\"basis_mean\":0.5,\"turnover\":3895000,\"complete\":true,"
                + "\"basis_close\":400,\"disparity\":1.234,\"basis_drift\":-0.00,"
                + "\"window_start\":\"2026-07-10 00:16:00\"}");

    assertThat(bar)
        .containsEntry("vwap", "77900.0000")
        .containsEntry("basis_mean", "0.5000")
        .containsEntry("turnover", "3895000")
        .containsEntry("complete", "true")
        .containsEntry("basis_close", "400.00")
        .containsEntry("disparity", "1.234 (not DEC2)")
        .containsEntry("basis_drift", "0.00")
        .containsEntry("window_start", "\"2026-07-10 00:16:00\" (not LTZ)")
        .containsEntry("oi_signal", null);
  }

  @Test
  void readsALateTickWhateverItsSession() {
    String line =
        "{\"contract\":\"111V06\",\"trade_time\":\"09:15:00\",\"price\":100,"
            + "\"session\":\"replay\",\"watermark\":\"2026-07-10T00:16:00Z\"}";

    assertThat(JsonRows.row(ResultTable.LATE_TICKS, line))
        .hasSize(52)
        .doesNotContainKey("session")
        .containsEntry("trade_time", "09:15:00")
        .containsEntry("watermark", "2026-07-10T00:16:00Z");
  }
}
