package io.github.kisfutures.table;

import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.TimeType;

/** The types of tick columns, and what may be declared for them. */
enum TickType {
  BIGINT("BIGINT"),
  DECIMAL("DECIMAL(18, 2)"),
  TEXT("STRING, VARCHAR(n) or CHAR(n)"),
  TIME("TIME(0)"),
  TIMESTAMP("TIMESTAMP_LTZ(3)");

  private final String declaration;

  TickType(String declaration) {
    this.declaration = declaration;
  }

  /** How it is declared, for people. */
  String declaration() {
    return declaration;
  }

  /** Whether the declared type can hold the values as they are. */
  boolean accepts(LogicalType declared) {
    return switch (this) {
      case BIGINT -> declared.is(LogicalTypeRoot.BIGINT);
      case DECIMAL ->
          declared instanceof DecimalType decimal
              && decimal.getPrecision() == 18
              && decimal.getScale() == 2;
      case TEXT -> declared.is(LogicalTypeFamily.CHARACTER_STRING);
      case TIME -> declared instanceof TimeType time && time.getPrecision() == 0;
      case TIMESTAMP ->
          declared instanceof LocalZonedTimestampType timestamp && timestamp.getPrecision() == 3;
    };
  }
}
