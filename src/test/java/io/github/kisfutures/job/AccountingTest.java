package io.github.kisfutures.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountingTest {
  private static final Map<String, Object> TOTALS =
      Map.of(
          "frames",
          12L,
          "decoded",
          10L,
          "rejected",
          2L,
          "records",
          1_015L,
          "trades",
          1_000L,
          "duplicates",
          15L);

  @Test
  void everyRecordIsATickOrADuplicate() {
    Accounting sum = Accounting.of(TOTALS);

    assertThat(sum.holds()).isTrue();
    assertThat(sum.text())
        .isEqualTo(
            "1,015 records = 1,000 ticks + 15 duplicates; 12 frames = 10 decoded + 2 rejected");
  }

  @Test
  void whatANarrowedReplayLeavesOutIsTold() {
    Accounting sum = with("records", 1_022L, "leftOut", 7L);

    assertThat(sum.holds()).isTrue();
    assertThat(sum.text()).contains("15 duplicates + 7 of other contracts;");
  }

  @Test
  void aLostRecordOrFrameShows() {
    assertThat(with("records", 1_016L, "leftOut", 0L).holds()).isFalse();
    assertThat(with("frames", 13L, "leftOut", 0L).holds()).isFalse();
  }

  private static Accounting with(String name, long value, String other, long otherValue) {
    Map<String, Object> totals = new HashMap<>(TOTALS);
    totals.put(name, value);
    totals.put(other, otherValue);
    return Accounting.of(totals);
  }
}
