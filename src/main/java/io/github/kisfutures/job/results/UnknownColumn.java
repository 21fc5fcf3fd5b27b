package io.github.kisfutures.job.results;

import io.github.kisfutures.text.NearestWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.ValidationException;

/** What Flink says of a column that is not there, with those that are. */
public final class UnknownColumn {
  private static final Pattern SAID =
      Pattern.compile("Column '([^']+)' not found in (?:any table|table '[^']+')");

  private static final String NAME = "(?:`[^`]+`|\\w+)";
  private static final Pattern TABLES =
      Pattern.compile(
          "\\b(?:FROM|JOIN|TABLE)\\s+(" + NAME + "(?:\\." + NAME + ")*)", Pattern.CASE_INSENSITIVE);

  private UnknownColumn() {}

  /**
   * The message, with the nearest column and the columns of the statement's tables behind it, if it
   * is about a column that is not there; otherwise as it is.
   */
  public static String explained(String message, String statement, TableEnvironment tables) {
    Matcher said = SAID.matcher(message);
    Map<String, List<String>> columns = said.find() ? columns(statement, tables) : Map.of();
    List<String> all = columns.values().stream().flatMap(List::stream).toList();
    if (all.isEmpty()) {
      return message;
    }
    // Flink may have a proposal of its own, which is dropped: it is for another case of letters
    // only
    return said.group()
        + "; "
        + NearestWord.didYouMean(column(said.group(1)), all)
        + columns.entrySet().stream()
            .map(table -> " " + table.getKey() + " has " + String.join(", ", table.getValue()))
            .collect(Collectors.joining(";"));
  }

  private static String column(String said) {
    return said.substring(said.lastIndexOf('.') + 1);
  }

  private static Map<String, List<String>> columns(String statement, TableEnvironment tables) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    Matcher names = TABLES.matcher(statement);
    while (names.find()) {
      String name = names.group(1);
      columnsOf(name, tables).ifPresent(found -> columns.put(name, found));
    }
    return columns;
  }

  private static Optional<List<String>> columnsOf(String name, TableEnvironment tables) {
    try {
      return Optional.of(tables.from(name).getResolvedSchema().getColumnNames());
    } catch (ValidationException | TableException e) {
      return Optional.empty(); // a name within the statement, of WITH
    }
  }
}
