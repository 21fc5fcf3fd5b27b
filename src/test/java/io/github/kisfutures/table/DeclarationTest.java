package io.github.kisfutures.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.source.options.FeedOptions;
import io.github.kisfutures.source.options.WatermarkOptions;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.ValidationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be declared, and what is said of anything else. */
class DeclarationTest {
  private static TableEnvironment sql;

  @BeforeAll
  static void planner() {
    sql = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "price STRING | column 'price' is declared STRING: declare it BIGINT",
        "price INT | column 'price' is declared INT: declare it BIGINT",
        "STCK_PRPR DOUBLE | column 'STCK_PRPR' is declared DOUBLE: declare it BIGINT",
        "market_basis DECIMAL(10, 2) | column 'market_basis' is declared DECIMAL(10, 2): declare it"
            + " DECIMAL(18, 2)",
        "market_basis DOUBLE | column 'market_basis' is declared DOUBLE: declare it DECIMAL(18, 2)",
        "trade_time STRING | column 'trade_time' is declared STRING: declare it TIME(0)",
        "contract BIGINT | column 'contract' is declared BIGINT: declare it STRING, VARCHAR(n) or"
            + " CHAR(n)",
        "event_time TIMESTAMP(3) | column 'event_time' is declared TIMESTAMP(3): declare it"
            + " TIMESTAMP_LTZ(3)",
        "event_time TIMESTAMP_LTZ(6) | column 'event_time' is declared TIMESTAMP_LTZ(6): declare it"
            + " TIMESTAMP_LTZ(3)",
        "market_basis DECIMAL(18, 2) NOT NULL | column 'market_basis' is declared DECIMAL(18, 2) NOT"
            + " NULL, but KIS may leave it blank: declare it without NOT NULL",
        "prize BIGINT | a tick table has no column 'prize' (declared BIGINT); did you mean"
            + " 'price'?",
        "Price BIGINT | a tick table has no column 'Price' (declared BIGINT); did you mean 'price'?"
      })
  void aWrongColumnIsNamedWithItsType(String column, String message) {
    for (String connector :
        new String[] {
          "'connector' = 'kis', 'contracts' = '111V06'",
          "'connector' = 'filesystem', 'path' = 'file:///nowhere', 'format' = 'kis'",
          "'connector' = 'kafka', 'topic' = 'kis.frames', 'scan.startup.mode' = 'earliest-offset',"
              + " 'properties.bootstrap.servers' = 'nowhere:9092', 'format' = 'kis'"
        }) {
      assertThat(fault(column, connector))
          .as(connector)
          .isInstanceOf(ValidationException.class)
          .hasMessage(message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'contracts' = '111V06,a50607' | contracts: 'a50607' is not a contract short code: 6 to 9"
            + " characters of 0-9 and A-Z, as 111V06",
        "'contracts' = '111V06', 'idle-timeout' = 'soon' | idle-timeout: 'soon' cannot be read;"
            + " write it as a number and a unit, for example 10 s or 1 min",
        "'contracts' = '111V06', 'customer-type' = 'X' | customer-type is 'X'; use P (person) or B"
            + " (corporate)",
        "'contracts' = '111V06', 'reconnect.jitter' = '2' | reconnect.jitter is 2.0; it must be at"
            + " least 0 and below 1, as 0.2",
        "'contracts' = '111V06', 'max-feed-delay' = '-1 s' | max-feed-delay: '-1 s' cannot be read;"
            + " write it as a number and a unit, for example 10 s or 1 min",
        "'contracts' = '111V06', 'credentials' = 'MY-KEY' | credentials: credentials is neither 'env'"
            + " nor 'file:PATH'; it says where the app keys are and never contains one",
        "'contracts' = '111V06', 'credentials' = 'file:/nowhere' | The credentials file /nowhere does not"
            + " exist; correct credentials"
      })
  void aWrongOptionIsNamedAsInTheTable(String options, String message) {
    Throwable fault = fault("price BIGINT", "'connector' = 'kis', " + options);
    assertThat(fault).isInstanceOf(ValidationException.class);
    assertThat(fault.getMessage()).doesNotContain("MY-KEY", "feed.").isEqualTo(message);
  }

  @Test
  void contractsAreRequired() {
    assertThat(fault("price BIGINT", "'connector' = 'kis'"))
        .hasMessageContaining("required")
        .hasMessageContaining("contracts");
  }

  @Test
  void thereIsNoOptionForASecret() {
    for (String option : new String[] {"app-key", "app-secret", "appkey", "approval-key"}) {
      String options = "'connector' = 'kis', 'contracts' = '111V06', '%s' = 'x'".formatted(option);
      assertThat(fault("price BIGINT", options))
          .hasMessageContaining("Unsupported options")
          .hasMessageContaining(option);
    }
  }

  @Test
  void optionsAreThoseOfTheJobWithoutThePrefix() {
    Set<String> names = new TreeSet<>();
    KisConnectorOptions.required().forEach(option -> names.add(option.key()));
    KisConnectorOptions.optional().forEach(option -> names.add(option.key()));
    Set<String> expected = new TreeSet<>();
    for (ConfigOption<?> option : FeedOptions.all()) {
      expected.add(option.key().replaceFirst("^feed\\.", ""));
    }
    for (ConfigOption<?> option : WatermarkOptions.all()) {
      expected.add(option.key().replaceFirst("^analytics\\.", ""));
    }
    assertThat(names)
        .isEqualTo(expected)
        .contains("contracts", "websocket-url", "reconnect.in-use-delay", "max-feed-delay");
    long declared =
        java.util.Arrays.stream(FeedOptions.class.getFields())
            .filter(field -> field.getType() == ConfigOption.class)
            .count();
    assertThat(FeedOptions.all()).hasSize((int) declared);
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldHasItsColumnUnderBothNames(TradeField field) {
    TickColumn column = TickColumn.find(field.column());
    assertThat(column.field()).isEqualTo(field);
    assertThat(TickColumn.find(field.kisName())).isSameAs(column);
    assertThat(TickColumn.find(field.kisName().toLowerCase(java.util.Locale.ROOT)))
        .isSameAs(column);
  }

  /** The innermost exception that a query on such a table ends with. */
  private static Throwable fault(String columns, String options) {
    sql.executeSql("DROP TEMPORARY TABLE IF EXISTS ticks");
    sql.executeSql("CREATE TEMPORARY TABLE ticks (%s) WITH (%s)".formatted(columns, options));
    Throwable fault = catchThrowable(() -> sql.explainSql("SELECT * FROM ticks"));
    while (fault != null && fault.getCause() != null) {
      fault = fault.getCause();
    }
    return java.util.Objects.requireNonNull(fault, "nothing is wrong with " + columns);
  }
}
