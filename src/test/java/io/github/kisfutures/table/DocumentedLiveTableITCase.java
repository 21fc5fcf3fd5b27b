package io.github.kisfutures.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The table on the live feed that {@code docs/sql.md} shows, with the simulator in KIS's place. */
@Timeout(180)
class DocumentedLiveTableITCase {
  private static final Pattern TABLE =
      Pattern.compile("```sql\\n(CREATE TABLE live \\(.*?\\));\\n```", Pattern.DOTALL);

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir Path directory;

  @Test
  void givesRowsAndClosesWindows() throws Exception {
    Matcher table = TABLE.matcher(Files.readString(Path.of("docs/sql.md")));
    assertThat(table.find()).isTrue();
    KisSimulator market =
        KisSimulator.withMarket(
                SimulatorSettings.defaults(),
                new MarketSettings(List.of("111V06", "A50607", "A11610"), 100, 1))
            .start();
    try (LiveTables live = LiveTables.on(market, directory)) {
      live.sql.executeSql(
          table
              .group(1)
              .replace(
                  "'credentials' = 'env'",
                  "'websocket-url' = '%s', 'rest-url' = '%s', 'credentials' = 'file:%s'"
                      .formatted(
                          market.webSocketUri(),
                          market.restUri(),
                          LiveTables.credentials(directory))));
      try (RunningQuery query =
          new RunningQuery(
              live.sql.executeSql(
                  "SELECT contract, sent_by, MAX(price) FROM TABLE(TUMBLE(TABLE live,"
                      + " DESCRIPTOR(event_time), INTERVAL '1' SECOND))"
                      + " GROUP BY contract, sent_by, window_start, window_end"))) {
        List<Row> rows = query.next(10);
        assertThat(rows).extracting(row -> row.getField("contract")).contains("111V06", "A50607");
        assertThat(rows)
            .allSatisfy(
                row -> {
                  assertThat(row.getField("contract")).isIn("111V06", "A50607");
                  assertThat(row.getField("sent_by")).isEqualTo("session-1");
                  assertThat((Long) row.getField(2)).isPositive();
                });
      }
    }
  }
}
