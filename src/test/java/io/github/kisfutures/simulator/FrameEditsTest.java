package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrameEditsTest {
  private static final String TWO = "0|H0ZFCNT0|002|111V06^091639^1^111V06^235959^2";

  @Test
  void truncates() {
    assertThat(FrameEdits.truncate("abcdef")).isEqualTo("abc");
  }

  @Test
  void widensEveryRecord() {
    assertThat(FrameEdits.widen(TWO, 2))
        .isEqualTo("0|H0ZFCNT0|002|111V06^091639^1^0^0^111V06^235959^2^0^0");
  }

  @Test
  void skewsAroundMidnight() {
    assertThat(FrameEdits.skew(TWO, Duration.ofSeconds(2)))
        .isEqualTo("0|H0ZFCNT0|002|111V06^091641^1^111V06^000001^2");
    assertThat(FrameEdits.skew(TWO, Duration.ofHours(-10)))
        .isEqualTo("0|H0ZFCNT0|002|111V06^231639^1^111V06^135959^2");
  }

  @Test
  void losesTheFirstRecord() {
    String one = FrameEdits.loseRecord(TWO);
    assertThat(one).isEqualTo("0|H0ZFCNT0|001|111V06^235959^2");
    assertThat(FrameEdits.loseRecord(one)).isEmpty();
  }

  @Test
  void mixesFramesOfOneWidth() {
    assertThat(FrameEdits.mix(TWO, "0|H0ZFCNT0|001|A50607^091639^1"))
        .isEqualTo("0|H0ZFCNT0|003|111V06^091639^1^111V06^235959^2^A50607^091639^1");
    assertThat(FrameEdits.mix(TWO, FrameEdits.widen(TWO, 1))).isNull();
    assertThat(FrameEdits.mix(TWO, "nonsense")).isNull();
  }

  @Test
  void leavesAloneWhatIsNoFrame() {
    for (String text : new String[] {"", "nonsense", "0|H0ZFCNT0|x|a^b", "0|H0ZFCNT0|002|a^b^c"}) {
      assertThat(FrameEdits.widen(text, 1)).isEqualTo(text);
      assertThat(FrameEdits.skew(text, Duration.ofSeconds(1))).isEqualTo(text);
      assertThat(FrameEdits.loseRecord(text)).isEqualTo(text);
    }
  }
}
