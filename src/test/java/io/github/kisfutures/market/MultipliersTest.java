package io.github.kisfutures.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MultipliersTest {
  @Test
  void theDefaultHoldsWhereNothingElseIsSaid() {
    Multipliers multipliers = with("100");

    assertThat(multipliers.of("A11610")).isEqualByComparingTo("100");
    assertThat(multipliers.of("A50607")).isEqualByComparingTo("10");
    assertThat(Multipliers.of(7).of("A11610")).isEqualByComparingTo("7");
  }

  @Test
  void anExceptionEqualToTheDefaultIsNoMatter() {
    assertThat(with("10").of("A11610")).isEqualByComparingTo("10");
  }

  @Test
  void aCorporateActionCanLeaveADecimal() {
    assertThat(with("10.57").of("A11610")).isEqualByComparingTo("10.57");
  }

  @Test
  void doesNotFollowLaterChangesOfTheMap() {
    Map<String, BigDecimal> perContract = new HashMap<>(Map.of("A11610", new BigDecimal("100")));
    Multipliers multipliers = new Multipliers(BigDecimal.TEN, perContract);
    perContract.put("A11610", BigDecimal.ONE);

    assertThat(multipliers.of("A11610")).isEqualByComparingTo("100");
  }

  @Test
  void refusesWhatIsNotPositive() {
    assertThatThrownBy(() -> Multipliers.of(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the default multiplier must be positive, not 0");
    assertThatThrownBy(() -> with("-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the multiplier of A11610 must be positive, not -1");
  }

  @Test
  void travelsToTheTasksOfAJob() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(with("100"));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Multipliers read = (Multipliers) in.readObject();

      assertThat(read.of("A11610")).isEqualByComparingTo("100");
      assertThat(read.of("A50607")).isEqualByComparingTo("10");
    }
  }

  private static Multipliers with(String multiplier) {
    return new Multipliers(BigDecimal.TEN, Map.of("A11610", new BigDecimal(multiplier)));
  }
}
