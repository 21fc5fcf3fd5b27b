package io.github.kisfutures.reference;

import static io.github.kisfutures.reference.SampleRecord.line;
import static io.github.kisfutures.reference.SampleRecord.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices are 100 won and the multiplier is 10, so that a contract is worth 1,000 won. */
class ReferenceContinuityTest {

  @Test
  void reportsNothingOfAnUnbrokenDay() {
    ReferenceContinuity result = judge(at("091500", 2, 2), at("091501", 3, 5), at("091501", 1, 6));

    assertThat(volumes(result)).containsExactly(2L, 5L, 6L);
    assertThat(result.gaps()).isEmpty();
    assertThat(result.duplicates()).isEmpty();
    assertThat(result.anomalies()).isEmpty();
  }

  @Test
  void knowsTheWatermarkAtEachArrival() {
    ReferenceContinuity result = judge(at("091510", 2, 2), at("091509", 3, 5), at("091520", 1, 6));

    assertThat(result.accepted())
        .extracting(ArrivedTrade::watermark)
        .containsExactly(null, null, Instant.parse("2026-07-10T00:15:07Z"));
  }

  @Test
  void measuresAGap() {
    ReferenceContinuity result =
        judge(at("091500", 5, 5), trade("091502", 200, 3, 12, 5_000 + 4_600 + 6_000));

    assertThat(result.gaps()).hasSize(1);
    assertThat(result.gaps().get(0))
        .containsEntry("contract", "111V06")
        .containsEntry("trading_date", "2026-07-10")
        .containsEntry("from_volume", "5")
        .containsEntry("to_volume", "9")
        .containsEntry("missed_volume", "4")
        .containsEntry("missed_value", "4600")
        .containsEntry("time_before", "2026-07-10T00:15:00Z")
        .containsEntry("time_after", "2026-07-10T00:15:02Z")
        .containsEntry("cause", "UNKNOWN")
        .containsEntry("name", null)
        .containsEntry("missed_price", "115.0000")
        .hasSize(11);
  }

  @Test
  void measuresALateJoin() {
    ReferenceContinuity result = judge(at("091500", 5, 100));

    assertThat(result.gaps()).hasSize(1);
    assertThat(result.gaps().get(0))
        .containsEntry("from_volume", "0")
        .containsEntry("to_volume", "95")
        .containsEntry("missed_value", "95000")
        .containsEntry("time_before", null)
        .containsEntry("time_after", "2026-07-10T00:15:00Z")
        .containsEntry("cause", "LATE_JOIN");
  }

  @Test
  void aLateArrivalFillsAHole() {
    ReferenceContinuity result = judge(at("091500", 5, 5), at("091502", 3, 9), at("091501", 1, 6));

    assertThat(volumes(result)).containsExactly(5L, 9L, 6L);
    assertThat(result.gaps()).isEmpty();
    assertThat(result.anomalies()).isEmpty();
  }

  @Test
  void aPartialFillSplitsAHole() {
    ReferenceContinuity result =
        judge(at("091500", 5, 5), at("091502", 1, 20), at("091501", 2, 12));

    assertThat(result.gaps())
        .extracting(g -> g.get("from_volume"), g -> g.get("to_volume"), g -> g.get("time_after"))
        .containsExactly(
            tuple("5", "10", "2026-07-10T00:15:01Z"), tuple("12", "19", "2026-07-10T00:15:02Z"));
  }

  @Test
  void aTradeBeforeTheFirstSeenSplitsTheLateJoin() {
    ReferenceContinuity result = judge(at("091502", 5, 50), at("091501", 5, 30));

    assertThat(result.gaps())
        .extracting(g -> g.get("from_volume"), g -> g.get("to_volume"), g -> g.get("cause"))
        .containsExactly(tuple("0", "25", "LATE_JOIN"), tuple("30", "45", "UNKNOWN"));
  }

  @Test
  void aFillAfterTheSettleTimeIsAcceptedButTheGapStays() {
    // hole (5, 8] settles at 09:15:05, which the watermark reaches with the second at 09:15:07
    ReferenceContinuity inTime =
        judge(at("091500", 5, 5), at("091502", 1, 9), at("091507", 1, 10), at("091501", 3, 8));
    ReferenceContinuity tooLate =
        judge(
            at("091500", 5, 5),
            at("091502", 1, 9),
            at("091507", 1, 10),
            at("091507", 1, 11),
            at("091501", 3, 8));

    assertThat(inTime.gaps()).isEmpty();
    assertThat(tooLate.gaps()).hasSize(1);
    assertThat(tooLate.gaps().get(0)).containsEntry("missed_volume", "3");
    assertThat(volumes(tooLate)).containsExactly(5L, 9L, 10L, 11L, 8L);
    assertThat(tooLate.duplicates()).isEmpty();
  }

  @Test
  void restOfAReportedHoleIsNotReportedAgain() {
    ReferenceContinuity result =
        judge(
            at("091500", 5, 5),
            at("091502", 1, 20),
            at("091510", 1, 21),
            at("091510", 1, 22),
            at("091501", 2, 12));

    assertThat(result.gaps()).extracting(g -> g.get("to_volume")).containsExactly("19");
  }

  @Test
  void anotherContractsTradeSettlesTheHole() {
    ReferenceContinuity result =
        judge(
            at("091500", 5, 5),
            at("091502", 1, 9),
            at("091507", 1, 1).with("contract", "A50607"),
            at("091507", 1, 2).with("contract", "A50607"),
            at("091501", 3, 8));

    assertThat(result.gaps()).extracting(g -> g.get("contract")).containsExactly("111V06");
  }

  @Test
  void dropsWhatIsCoveredAlready() {
    ReferenceContinuity result =
        judge(at("091500", 5, 5), at("091501", 3, 8), at("091500", 5, 5), at("091500", 4, 7));

    assertThat(volumes(result)).containsExactly(5L, 8L);
    assertThat(result.duplicates()).extracting(RawTrade::volumeAfter).containsExactly(5L, 7L);
  }

  @Test
  void keepsAnomalies() {
    ReferenceContinuity result = judge(at("091500", 5, 5), at("091501", 3, 7), at("091502", 0, 7));

    assertThat(volumes(result)).containsExactly(5L, 7L, 7L);
    assertThat(result.anomalies()).extracting(RawTrade::quantity).containsExactly(3L, 0L);
    assertThat(result.gaps()).isEmpty();
  }

  @Test
  void keepsContractsAndDaysApart() {
    String nextDay = line(at("091500", 5, 5)).replace("2026-07-10", "2026-07-13");
    List<String> lines =
        List.of(
            line(at("091500", 5, 5)), line(at("091500", 5, 5).with("contract", "A50607")), nextDay);

    ReferenceContinuity result = judgeLines(lines);

    assertThat(result.accepted()).hasSize(3);
    assertThat(result.gaps()).isEmpty();
  }

  @Test
  void reportsTheOldestOf65OpenHolesEarly() {
    SampleRecord[] everyOther = new SampleRecord[66];
    for (int i = 0; i < 66; i++) {
      everyOther[i] = at("091500", 1, 2L * i + 1);
    }
    everyOther[65] = at("091500", 1, 2);
    // 65 trades leave 64 holes; one more trade makes 65, and the fill of the oldest comes too late
    SampleRecord[] with65Holes = Arrays.copyOf(everyOther, 67);
    with65Holes[65] = at("091500", 1, 131);
    with65Holes[66] = at("091500", 1, 2);

    assertThat(judge(everyOther).gaps()).hasSize(63);
    assertThat(judge(with65Holes).gaps()).hasSize(65);
    assertThat(judge(with65Holes).gaps().get(0)).containsEntry("from_volume", "1");
  }

  private static SampleRecord at(String time, long quantity, long volume) {
    return trade(time, 100, quantity, volume, volume * 1_000);
  }

  private static ReferenceContinuity judge(SampleRecord... records) {
    return judgeLines(Arrays.stream(records).map(SampleRecord::line).toList());
  }

  private static ReferenceContinuity judgeLines(List<String> lines) {
    RawCapture capture = RawCapture.parse(lines);
    assertThat(capture.rejected()).isEmpty();
    return ReferenceContinuity.of(
        capture.trades(), Duration.ofSeconds(2), Duration.ofSeconds(3), ReferenceContracts.UNKNOWN);
  }

  private static List<Long> volumes(ReferenceContinuity result) {
    return result.accepted().stream().map(a -> a.trade().volumeAfter()).toList();
  }
}
