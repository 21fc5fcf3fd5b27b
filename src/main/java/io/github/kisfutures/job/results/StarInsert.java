package io.github.kisfutures.job.results;

import io.github.kisfutures.columns.ResultTable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.types.logical.LogicalType;

/**
 * {@code INSERT INTO t SELECT * FROM bars} goes by position, so a column more in {@code bars} would
 * break every script whose {@code t} lists the columns that there were. It does not: a table with
 * fewer columns gets those of its names, or, where it has names of its own, as many from the left
 * if their types say that they are meant.
 */
final class StarInsert {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?<insert>INSERT\\s+INTO\\s+(?<target>[\\w`.]+)\\s+SELECT)\\s+\\*"
              + "(?<from>\\s+FROM\\s+`?(?<source>\\w+)`?)(?<rest>|\\s+(WHERE|ON)\\s.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final StreamTableEnvironment tables;

  StarInsert(StreamTableEnvironment tables) {
    this.tables = tables;
  }

  /** The statement to execute: the one given, where it is of no such kind or fits as it is. */
  String fitted(String statement) {
    Matcher insert = STATEMENT.matcher(statement);
    if (!insert.matches()) {
      return statement;
    }
    return resultTable(insert.group("source"))
        .flatMap(source -> columns(insert.group("target"), source))
        .map(
            columns ->
                insert.group("insert")
                    + " "
                    + columns
                    + insert.group("from")
                    + insert.group("rest"))
        .orElse(statement);
  }

  private static Optional<ResultTable<?>> resultTable(String name) {
    return ResultTables.ALL.stream()
        .filter(table -> table.name().equals(name) || ResultViews.textName(table).equals(name))
        .findFirst();
  }

  /** The columns of the source that a smaller target is meant to have. */
  private Optional<String> columns(String target, ResultTable<?> source) {
    List<Column> written = written(target);
    List<String> all = source.columns().stream().map(column -> column.name()).toList();
    if (written.isEmpty() || written.size() >= all.size()) {
      return Optional.empty();
    }
    List<String> names = written.stream().map(Column::getName).toList();
    if (all.containsAll(names)) {
      return Optional.of(list(names));
    }
    Stream<LogicalType> leading =
        source.columns().stream().map(column -> column.type().sqlType().getLogicalType());
    return leading.limit(written.size()).toList().equals(types(written))
        ? Optional.of(list(all.subList(0, written.size())))
        : Optional.empty();
  }

  /**
   * What an INSERT must bring; nothing where there is no such table, which the INSERT says better.
   */
  private List<Column> written(String target) {
    try {
      List<Column> columns = tables.from(target).getResolvedSchema().getColumns();
      return columns.stream().filter(Column::isPersisted).toList();
    } catch (ValidationException e) {
      return List.of();
    }
  }

  private static List<LogicalType> types(List<Column> columns) {
    return columns.stream()
        .map(column -> column.getDataType().getLogicalType().copy(true))
        .toList();
  }

  private static String list(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
