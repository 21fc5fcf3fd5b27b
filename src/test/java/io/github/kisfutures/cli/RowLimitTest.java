package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link RowLimit} and {@link LimitedRows}. */
class RowLimitTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM t LIMIT 25",
        "select price from t where price % 2 = 0 limit\n 25\n",
        "SELECT * FROM t LIMIT 25 OFFSET 3",
        "SELECT * FROM t OFFSET 3 ROWS FETCH NEXT 25 ROWS ONLY",
        "WITH a AS (SELECT * FROM t ORDER BY x LIMIT 3) SELECT * FROM a LIMIT 25",
        "SELECT ROW_NUMBER() OVER (PARTITION BY (a) ORDER BY b), ' ORDER BY ' FROM t LIMIT 25",
        "SELECT 1 AS `order by` FROM t FETCH FIRST 25 ROW ONLY",
      })
  void aLimitAtTheTop(String query) {
    assertThat(RowLimit.of(query)).hasValue(25);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM t",
        "SELECT * FROM (SELECT * FROM t LIMIT 25)",
        "SELECT * FROM (SELECT * FROM t LIMIT 25) WHERE price > 3",
        "SELECT 'LIMIT 25'",
        "SELECT * FROM t ORDER BY price DESC LIMIT 25",
        "SELECT a.limit FROM a WHERE rate_limit = 25",
      })
  void noLimitThatEndsIt(String query) {
    assertThat(RowLimit.of(query)).isEmpty();
  }

  @Test
  void updatesAreNoFurtherRows() {
    List<RowData> changes =
        List.of(
            row(RowKind.INSERT, 1),
            row(RowKind.UPDATE_BEFORE, 1),
            row(RowKind.UPDATE_AFTER, 2),
            row(RowKind.INSERT, 3),
            row(RowKind.DELETE, 3),
            row(RowKind.INSERT, 4),
            row(RowKind.INSERT, 5));
    List<RowData> taken = new ArrayList<>();

    new LimitedRows(changes.iterator(), 2).forEachRemaining(taken::add);

    assertThat(taken).isEqualTo(changes.subList(0, 4));
    assertThat(new LimitedRows(changes.iterator(), 3)).toIterable().isEqualTo(changes);
    assertThat(new LimitedRows(changes.iterator(), 0)).isExhausted();
  }

  private static RowData row(RowKind kind, int value) {
    return GenericRowData.ofKind(kind, value);
  }
}
