package io.github.kisfutures.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {
  private static final List<String> KNOWN = List.of("price", "event_time", "LAST_CNQN");

  @Test
  void fewestEditsWhateverTheCase() {
    assertThat(NearestWord.of("prize", KNOWN)).isEqualTo("price");
    assertThat(NearestWord.of("last_cnqm", KNOWN)).isEqualTo("LAST_CNQN");
    assertThat(NearestWord.didYouMean("EVENTTIME", KNOWN)).isEqualTo("did you mean 'event_time'?");
  }
}
