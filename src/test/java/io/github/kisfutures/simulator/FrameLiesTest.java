package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.reference.SampleRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words that lie make of frames; the official record: 5 at 77,900, ACML_VOL 1724. */
class FrameLiesTest {
  private static final SampleRecord RECORD = SampleRecord.official();
  private static final SampleRecord NEXT =
      RECORD
          .with("trade_time", "091640")
          .with("quantity", "2")
          .with("cumulative_volume", "1726")
          .with("cumulative_value", "1338686000")
          .with("cumulative_sell_volume", "1077");
  private static final String FRAME = SampleRecord.frame(RECORD, NEXT);

  @Test
  void staleTotalsAreHigherByAnotherDay() {
    assertThat(sent(fault(FaultWord.STALE_TOTALS, 1000), FRAME))
        .containsExactly(
            SampleRecord.frame(
                RECORD
                    .with("cumulative_volume", "2724")
                    .with("cumulative_value", "2116128000"), // + 1000 x 10 x 77,900
                NEXT));
    assertThat(sent(Fault.of(FaultWord.STALE_TOTALS), FRAME))
        .containsExactly(
            SampleRecord.frame(
                RECORD.with("cumulative_volume", "51724").with("cumulative_value", "40287128000"),
                NEXT));
  }

  @Test
  void aWildVolumeIsTheVolumeOnly() {
    assertThat(sent(Fault.of(FaultWord.WILD_VOLUME), FRAME))
        .containsExactly(SampleRecord.frame(RECORD.with("cumulative_volume", "900001724"), NEXT));
  }

  @Test
  void aZeroTradeIsOneRecordMore() {
    assertThat(sent(Fault.of(FaultWord.ZERO_TRADE), FRAME))
        .containsExactly(
            SampleRecord.frame(RECORD, NEXT, NEXT.with("price", "0").with("quantity", "0")));
  }

  @Test
  void blankLeavesTheSixThatARecordNeeds() {
    List<String> fields =
        List.of(sent(Fault.of(FaultWord.BLANK), FRAME).get(0).split("\\|", -1)[3].split("\\^", -1));

    assertThat(fields).hasSize(2 * 49);
    assertThat(fields.subList(0, 49).stream().filter(text -> !text.isEmpty()))
        .containsExactly("111V06", "091639", "77900", "5", "1724", "1337128000");
  }

  @Test
  void oddNumbersKeepTheirValuesButOne() {
    assertThat(sent(Fault.of(FaultWord.ODD_NUMBER), SampleRecord.frame(RECORD)))
        .containsExactly(
            SampleRecord.frame(
                RECORD
                    .with("price", "77900.00")
                    .with("best_ask", "77900.00")
                    .with("execution_strength", "+58.23")
                    .with("market_basis", "400.004")
                    .with("disparity", "nan(ind)")
                    .with("open_time", "0")));
  }

  @Test
  void aTimeInTheFutureIsAhead() {
    Fault fault = new Fault(FaultWord.FUTURE_TIME, 0, null, Duration.ofHours(2), 0);

    assertThat(sent(fault, FRAME))
        .containsExactly(
            SampleRecord.frame(
                RECORD.with("trade_time", "111639"), NEXT.with("trade_time", "111640")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "0|H0ZFCNT0|001|nonsense", "0|H0ZFCNT0|001|111V06^091639^x"})
  void leavesAloneWhatHasNoCounters(String frame) {
    for (FaultWord word : FaultWord.values()) {
      if (word.lies() && word != FaultWord.BLANK && word != FaultWord.FUTURE_TIME) {
        assertThat(sent(Fault.of(word), frame)).as(word.word()).containsExactly(frame);
      }
    }
  }

  @Test
  void countersBeginAnewForEverybody() {
    CounterShifts shifts = new CounterShifts();
    assertThat(shifts.applied(FRAME)).isEqualTo(FRAME);

    shifts.strike(Fault.of(FaultWord.RESET_COUNTERS), FRAME);

    assertThat(shifts.applied(FRAME))
        .isEqualTo(
            SampleRecord.frame(
                RECORD
                    .with("cumulative_volume", "5")
                    .with("cumulative_value", "3895000")
                    .with("cumulative_buy_volume", "0")
                    .with("cumulative_sell_volume", "0"),
                NEXT.with("cumulative_volume", "7")
                    .with("cumulative_value", "5453000")
                    .with("cumulative_buy_volume", "0")
                    .with("cumulative_sell_volume", "2")));
    String other = SampleRecord.frame(RECORD.with("contract", "A50607"));
    assertThat(shifts.applied(other)).isEqualTo(other);
  }

  @Test
  void cancelledTradesAddUp() {
    CounterShifts shifts = new CounterShifts();
    shifts.strike(Fault.of(FaultWord.CANCEL), FRAME);
    shifts.strike(fault(FaultWord.CANCEL, 5), FRAME);

    assertThat(shifts.applied(SampleRecord.frame(NEXT)))
        .isEqualTo(
            SampleRecord.frame(
                NEXT.with("cumulative_volume", "1711").with("cumulative_value", "1327001000")));
  }

  @Test
  void noMoreIsCancelledThanWasTraded() {
    CounterShifts shifts = new CounterShifts();
    shifts.strike(fault(FaultWord.CANCEL, 5_000), FRAME);

    assertThat(shifts.applied(SampleRecord.frame(RECORD)))
        .contains("^5^5^"); // LAST_CNQN and ACML_VOL
  }

  @Test
  void theNextDayIsAsItIs() {
    CounterShifts shifts = new CounterShifts();
    shifts.strike(Fault.of(FaultWord.RESET_COUNTERS), FRAME);
    String tomorrow =
        SampleRecord.frame(
            RECORD.with("cumulative_volume", "5").with("cumulative_value", "3895000"));

    assertThat(shifts.applied(tomorrow)).isEqualTo(tomorrow);
    assertThat(shifts.applied(FRAME)).isEqualTo(FRAME);
  }

  private static Fault fault(FaultWord word, int number) {
    return new Fault(word, 0, null, Duration.ZERO, number);
  }

  private static List<String> sent(Fault fault, String frame) {
    return new OutgoingFrames()
        .instead(frame, List.of(fault)).stream().map(o -> ((Outgoing.Text) o).text()).toList();
  }
}
