package io.github.kisfutures.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PackedCode} and {@link ContractCode}. */
class CodesTest {
  @ParameterizedTest
  @ValueSource(strings = {"0", "5", "N", "~", " ", "10", "ABC", "12345678", "\u007f\u007f"})
  void aPackedCodeUnpacksToItself(String code) {
    assertThat(PackedCode.unpack(PackedCode.pack(code))).isEqualTo(code);
  }

  @Test
  void everyCharacterOfAsciiPacksAndUnpacks() {
    for (char c = 1; c < 128; c++) {
      assertThat(PackedCode.unpack(PackedCode.pack("" + c))).isEqualTo("" + c);
      assertThat(PackedCode.unpack(PackedCode.pack("x" + c))).isEqualTo("x" + c);
    }
  }

  @Test
  void eightCharactersNeverCollideWithNull() {
    String largest = "\u007f".repeat(PackedCode.MAX_LENGTH);

    assertThat(PackedCode.pack(largest)).isPositive();
    assertThat(PackedCode.unpack(PackedCode.pack(largest))).isEqualTo(largest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456789"})
  void refusesToPackNothingOrTooMuch(String code) {
    assertThatThrownBy(() -> PackedCode.pack(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a code has 1 to 8 characters, not '" + code + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "é", "가"})
  void refusesToPackWhatIsNotAscii(String code) {
    assertThatThrownBy(() -> PackedCode.pack(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a code is ASCII, not U+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"111V06", "A50607", "000000", "ZZZZZZ", "B11610A", "101V06770"})
  void acceptsContractCodes(String code) {
    assertThat(ContractCode.isValid(code)).isTrue();
    assertThat(ContractCode.require(code)).isSameAs(code);
  }

  @Test
  void sixDigitsAreAStockAndNoOtherCodeIs() {
    assertThat(ContractCode.looksLikeStock("005930")).isTrue();
    assertThat(ContractCode.looksLikeStock("116606")).as("expired in 1996").isTrue();
    for (String future : List.of("111V06", "101W09", "A11610", "D11611S", "4111V06", "1016060")) {
      assertThat(ContractCode.looksLikeStock(future)).as(future).isFalse();
      assertThat(ContractCode.requireTraded(future)).isEqualTo(future);
    }
    assertThatThrownBy(() -> ContractCode.requireTraded("005930"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("'005930' looks like a stock", "111V06", "A11610");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "111V0", "111V061234", "111v06", "111V 6", "111V-6", "111V0６", "삼성전자선물"})
  void refusesWhatIsNoContractCode(String text) {
    assertThat(ContractCode.isValid(text)).isFalse();
    assertThatThrownBy(() -> ContractCode.require(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'"
                + text
                + "' is not a contract short code: 6 to 9 characters of 0-9 and A-Z, as 111V06");
  }
}
