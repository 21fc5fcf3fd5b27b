package io.github.kisfutures.columns;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;

/**
 * Type of a result table's column: in SQL, and in the rows of a stream.
 *
 * @param <V> its values in Java
 */
public final class ColumnType<V> implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** A text. */
  public static final ColumnType<String> STRING =
      new ColumnType<>(DataTypes.STRING(), Types.STRING);

  /** A whole number. */
  public static final ColumnType<Long> BIGINT = new ColumnType<>(DataTypes.BIGINT(), Types.LONG);

  /** Yes or no. */
  public static final ColumnType<Boolean> BOOLEAN =
      new ColumnType<>(DataTypes.BOOLEAN(), Types.BOOLEAN);

  /** A date. */
  public static final ColumnType<LocalDate> DATE =
      new ColumnType<>(DataTypes.DATE(), Types.LOCAL_DATE);

  /** A time of day, to the second. */
  public static final ColumnType<LocalTime> TIME =
      new ColumnType<>(DataTypes.TIME(0), Types.LOCAL_TIME);

  /** An instant, to the millisecond. */
  public static final ColumnType<Instant> TIMESTAMP =
      new ColumnType<>(DataTypes.TIMESTAMP_LTZ(3), Types.INSTANT);

  private final DataType sqlType;
  private final TypeInformation<V> rowType;

  private ColumnType(DataType sqlType, TypeInformation<V> rowType) {
    this.sqlType = sqlType;
    this.rowType = rowType;
  }

  /** A decimal of {@code precision} digits, {@code scale} of them behind the point. */
  public static ColumnType<BigDecimal> decimal(int precision, int scale) {
    return new ColumnType<>(DataTypes.DECIMAL(precision, scale), Types.BIG_DEC);
  }

  /** Type in SQL; nullable, whatever the column says. */
  public DataType sqlType() {
    return sqlType;
  }

  /** Type in a row of a stream. */
  public TypeInformation<V> rowType() {
    return rowType;
  }

  /** Whether its values are numbers. */
  public boolean isNumeric() {
    return sqlType.getLogicalType().is(LogicalTypeFamily.NUMERIC);
  }

  /** As SQL writes it, such as {@code DECIMAL(18, 4)}. */
  @Override
  public String toString() {
    return sqlType.getLogicalType().asSummaryString();
  }
}
