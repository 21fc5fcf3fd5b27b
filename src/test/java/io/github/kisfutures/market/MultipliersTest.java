package io.github.kisfutures.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MultipliersTest {
  @Test
  void theDefaultHoldsWhereNothingElseIsSaid() {
    Multipliers multipliers = new Multipliers(10, Map.of("A11610", 100));

    assertThat(multipliers.of("A11610")).isEqualTo(100);
    assertThat(multipliers.of("A50607")).isEqualTo(10);
    assertThat(Multipliers.of(7).of("A11610")).isEqualTo(7);
  }

  @Test
  void anExceptionEqualToTheDefaultIsNoMatter() {
    assertThat(new Multipliers(10, Map.of("A11610", 10)).of("A11610")).isEqualTo(10);
  }

  @Test
  void doesNotFollowLaterChangesOfTheMap() {
    Map<String, Integer> perContract = new HashMap<>(Map.of("A11610", 100));
    Multipliers multipliers = new Multipliers(10, perContract);
    perContract.put("A11610", 5);

    assertThat(multipliers.of("A11610")).isEqualTo(100);
  }

  @Test
  void refusesWhatIsNotPositive() {
    assertThatThrownBy(() -> Multipliers.of(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the default multiplier must be positive, not 0");
    assertThatThrownBy(() -> new Multipliers(10, Map.of("A11610", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the multiplier of A11610 must be positive, not -1");
  }

  @Test
  void travelsToTheTasksOfAJob() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Multipliers(10, Map.of("A11610", 100)));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Multipliers read = (Multipliers) in.readObject();

      assertThat(read.of("A11610")).isEqualTo(100);
      assertThat(read.of("A50607")).isEqualTo(10);
    }
  }
}
