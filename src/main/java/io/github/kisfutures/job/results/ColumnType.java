package io.github.kisfutures.job.results;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;

/** Types of the result tables' columns: in SQL, and in the rows of a stream. */
enum ColumnType {
  STRING(DataTypes.STRING(), Types.STRING),
  BIGINT(DataTypes.BIGINT(), Types.LONG),
  INT(DataTypes.INT(), Types.INT),
  BOOLEAN(DataTypes.BOOLEAN(), Types.BOOLEAN),
  DATE(DataTypes.DATE(), Types.LOCAL_DATE),
  TIME(DataTypes.TIME(0), Types.LOCAL_TIME),
  TIMESTAMP(DataTypes.TIMESTAMP_LTZ(3), Types.INSTANT),
  DECIMAL_9_2(DataTypes.DECIMAL(9, 2), Types.BIG_DEC),
  DECIMAL_18_2(DataTypes.DECIMAL(18, 2), Types.BIG_DEC),
  DECIMAL_18_4(DataTypes.DECIMAL(18, 4), Types.BIG_DEC),
  DECIMAL_20_0(DataTypes.DECIMAL(20, 0), Types.BIG_DEC),
  DECIMAL_24_4(DataTypes.DECIMAL(24, 4), Types.BIG_DEC);

  @SuppressWarnings("ImmutableEnumChecker") // Flink's types are values, they only do not say so
  private final transient DataType sqlType;

  @SuppressWarnings("ImmutableEnumChecker")
  private final transient TypeInformation<?> rowType;

  ColumnType(DataType sqlType, TypeInformation<?> rowType) {
    this.sqlType = sqlType;
    this.rowType = rowType;
  }

  DataType sqlType() {
    return sqlType;
  }

  TypeInformation<?> rowType() {
    return rowType;
  }
}
