package io.github.kisfutures.job.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.job.results.SqlScript.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {
  @Test
  void statementsEndAtSemicolons() {
    assertThat(statements("A;\nB\n;C")).containsExactly(at("A", 1), at("B", 2), at("C", 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", ";;\n;", "-- only\n", "/* only */", "-- no line end"})
  void nothingIsNoStatement(String text) {
    assertThat(statements(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a;b'",
        "SELECT 'it''s; -- fine'",
        "SELECT `a;b`",
        "SELECT '/* ; */'",
        "SELECT \";\""
      })
  void quotesHoldSemicolonsAndComments(String statement) {
    assertThat(statements(statement + ";B")).containsExactly(at(statement, 1), at("B", 1));
  }

  @Test
  void commentsHoldSemicolonsAndQuotes() {
    assertThat(statements("A -- it's; so\nB /* don't; */ C;D"))
        .containsExactly(at("A \nB   C", 1), at("D", 2));
  }

  @Test
  void aCommentIsAsLongAsItIs() {
    assertThat(statements("/*/ A; */ B; /**/ C")).containsExactly(at("B", 1), at("C", 1));
  }

  @Test
  void hintsStay() {
    String hinted = "INSERT INTO t /*+ OPTIONS('a'=';') */ SELECT 1";

    assertThat(statements(hinted + ";")).containsExactly(at(hinted, 1));
  }

  @Test
  void aStatementKnowsItsLine() {
    String script = "-- one\n/* two\nthree */\n\nA\n'six\n';\n  B;";

    assertThat(statements(script)).containsExactly(at("A\n'six\n'", 5), at("B", 8));
  }

  @Test
  void aCommentWithinAStatementKeepsItsLines() {
    assertThat(statements("A /* one\ntwo */\nB")).containsExactly(at("A  \n\nB", 1));
  }

  @Test
  void windowsLineEndsCountOnce() {
    assertThat(statements("-- one\r\nA;\r\nB")).containsExactly(at("A", 2), at("B", 3));
  }

  static List<Arguments> endless() {
    return List.of(
        arguments("A; 'open", 1, "quote"),
        arguments("A;\n\n`open;\n", 3, "quote"),
        arguments("A;\n/* open /", 2, "comment"),
        arguments("A;/*/", 1, "comment"));
  }

  @ParameterizedTest
  @MethodSource("endless")
  void whatDoesNotEndIsNamed(String text, int line, String what) {
    assertThatThrownBy(() -> statements(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("mine.sql line %d: a %s does not end", line, what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"insert into t", "INSERT\nINTO t", "Insert\tinto", "INSERT(1)", "insert"})
  void theKeywordIsTheFirstWord(String text) {
    assertThat(at(text, 1).keyword()).isEqualTo("INSERT");
  }

  private static Statement at(String text, int line) {
    return new Statement(text, line);
  }

  private static List<Statement> statements(String text) {
    return SqlScript.parse("mine.sql", text).statements();
  }
}
