package io.github.kisfutures.table;

import io.github.kisfutures.text.NearestWord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

/** Holds a declared table against the columns there are. */
final class TickSchema {
  private TickSchema() {}

  /**
   * What each declared column shows, in the order of declaration.
   *
   * @param declared a row type
   * @throws ValidationException naming the column and its type, if it is unknown or of a wrong type
   */
  static List<DeclaredColumn> of(DataType declared) {
    RowType row = (RowType) declared.getLogicalType();
    List<DeclaredColumn> columns = new ArrayList<>();
    for (RowType.RowField field : row.getFields()) {
      columns.add(column(field.getName(), field.getType()));
    }
    return columns;
  }

  private static DeclaredColumn column(String name, LogicalType type) {
    TickColumn column = TickColumn.find(name);
    if (column == null) {
      throw new ValidationException(
          "a tick table has no column '"
              + name
              + "' (declared "
              + type.asSummaryString()
              + "); "
              + NearestWord.didYouMean(name, TickColumn.names()));
    }
    if (!column.type().accepts(type)) {
      throw new ValidationException(
          "column '"
              + name
              + "' is declared "
              + type.asSummaryString()
              + ": declare it "
              + column.type().declaration());
    }
    if (!type.isNullable() && !column.mandatory()) {
      throw new ValidationException(
          "column '"
              + name
              + "' is declared "
              + type.asSummaryString()
              + ", but KIS may leave it blank: declare it without NOT NULL");
    }
    return new DeclaredColumn(name, column, type);
  }
}
