package io.github.kisfutures.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"a: 1\n", "---\na: 1\n...\n", "\uFEFFa: 1\n", "# words\na: 1", "a: 1\n\n"})
  void oneDocumentIsRead(String text) throws Exception {
    assertThat(read(text).path("a").asText()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a: 1;---;a: 2 | SECOND_DOCUMENT | f line 2 begins a second document ('---')",
        "- a;---;- b | SECOND_DOCUMENT | f line 2 begins a second document ('---')",
        "a: 1;---; | SECOND_DOCUMENT | f line 2 begins a second document ('---')",
        "a: 1;b: 2;a: 3 | DUPLICATE_KEY | f line 3: 'a' is there twice; remove one",
        "- x: 1;- {y: 1, y: 2} | DUPLICATE_KEY | f line 2: 'y' is there twice; remove one",
        "a:;  b: {c: 1, c: 1} | DUPLICATE_KEY | f line 2: 'c' is there twice; remove one",
        "a: 1;b: [ | NOT_YAML | f line 3 is not YAML: ",
      })
  void anythingElseIsRefused(String lines, YamlException.Fault fault, String sentence) {
    YamlException refused =
        catchThrowableOfType(YamlException.class, () -> read(lines.replace(';', '\n') + "\n"));

    assertThat(refused).isNotNull();
    assertThat(refused.fault()).isEqualTo(fault);
    assertThat(refused.sentence("f")).startsWith(sentence);
  }

  @Test
  void whatMustNotBeQuotedIsNot() {
    YamlException refused =
        catchThrowableOfType(YamlException.class, () -> read("hush: 1\nhush: 2\n"));

    assertThat(refused.at("f") + " " + refused.fault().text())
        .isEqualTo("f line 2 has a key twice");
    assertThat(refused).hasNoCause();
  }

  private static JsonNode read(String text) throws YamlException {
    return Yaml.read(text, JsonParser::readValueAsTree);
  }
}
