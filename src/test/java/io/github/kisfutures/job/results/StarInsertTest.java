package io.github.kisfutures.job.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script that lists the columns that there once were goes on when there are more. */
class StarInsertTest {
  private static final String GAPS =
      "SELECT `contract`, `trading_date`, `from_volume`, `to_volume` FROM gaps";

  private static StreamTableEnvironment tables;
  private static StarInsert star;

  @BeforeAll
  static void declareTables() {
    tables = StreamTableEnvironment.create(StreamExecutionEnvironment.getExecutionEnvironment());
    declare("older", "contract STRING, trading_date DATE, from_volume BIGINT, to_volume BIGINT");
    declare("some", "cause STRING, contract STRING NOT NULL, len AS CHAR_LENGTH(cause)");
    declare("renamed", "code STRING, `day` DATE, `from` BIGINT, `to` BIGINT");
    declare("other", "code STRING, `from` BIGINT");
    declare(
        "larger",
        "c STRING, d DATE, a BIGINT, b BIGINT, e BIGINT, f BIGINT, "
            + "g TIMESTAMP_LTZ(3), h TIMESTAMP_LTZ(3), i STRING, j STRING, k STRING, l STRING");
    star = new StarInsert(tables);
  }

  private static void declare(String name, String columns) {
    tables.executeSql(
        "CREATE TEMPORARY TABLE `%s` (%s) WITH ('connector' = 'print')".formatted(name, columns));
  }

  @Test
  void aTableWithFewerColumnsGetsThoseOfItsNames() {
    assertThat(star.fitted("INSERT INTO older SELECT * FROM gaps"))
        .isEqualTo("INSERT INTO older " + GAPS);
    assertThat(star.fitted("insert into `some`\nselect *\nfrom gaps_text where cause = '*'"))
        .as("in its order, and no computed one")
        .isEqualTo(
            "insert into `some`\nselect `cause`, `contract`\nfrom gaps_text where cause = '*'");
  }

  @Test
  void namesOfItsOwnStandForTheColumnsThatWereThere() {
    assertThat(star.fitted("INSERT INTO renamed SELECT * FROM `gaps` ON CONFLICT DO DEDUPLICATE"))
        .isEqualTo(
            "INSERT INTO renamed "
                + GAPS.replace("gaps", "`gaps`")
                + " ON CONFLICT DO DEDUPLICATE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO larger SELECT * FROM gaps",
        "INSERT INTO other SELECT * FROM gaps",
        "INSERT INTO unknown SELECT * FROM gaps",
        "INSERT INTO older SELECT * FROM my_view",
        "INSERT INTO older SELECT * FROM gaps, bars",
        "INSERT INTO older SELECT * FROM gaps JOIN bars ON TRUE",
        "INSERT INTO older SELECT contract FROM gaps"
      })
  void everythingElseStaysAsItIs(String statement) {
    assertThat(star.fitted(statement)).isEqualTo(statement);
  }
}
