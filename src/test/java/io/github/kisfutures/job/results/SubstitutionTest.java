package io.github.kisfutures.job.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.job.options.ConfigurationException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubstitutionTest {
  private static final Map<String, String> VALUES = Map.of("a", "1", "quoted", "it's");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "${a},1",
        "x${a}y${ a }z,x1y1z",
        "'${a}','1'",
        "'${quoted}','it''s'",
        "'-- ${a}','-- 1'",
        "'/* ${a} */','/* 1 */'",
        "`/*`${a}`*/`,`/*`1`*/`",
        "'it''s -- ${a}' || ${a},'it''s -- 1' || 1",
        "'a \"' -- ' ${x}, 'a \"' -- ' ${x}",
        "/*+ OPTIONS('p'='${a}') */,/*+ OPTIONS('p'='1') */",
      })
  void variablesAreReplacedInTextAndQuotes(String text, String substituted) {
    assertThat(of(text)).isEqualTo(substituted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- ${x}",
        "SELECT 1 -- '${x}\n",
        "/* ${x} */",
        "/*\n * ${x}\n */ SELECT 1",
        "/* it's ${x} */",
        "/* ${x}",
        "A /* one */ B -- ${x}\nC /* ${x} */ D"
      })
  void commentsStayAsTheyAre(String text) {
    assertThat(of(text)).isEqualTo(text);
  }

  @Test
  void whatHasNoValueIsNamedWithItsLine() {
    assertThatThrownBy(() -> of("-- ${x}\nSELECT\n'${x}'"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("q.sql line 3 needs the option x: set it in the configuration or with -Dx=...");
  }

  private static String of(String text) {
    return Substitution.of("q.sql", text, key -> Optional.ofNullable(VALUES.get(key)));
  }
}
