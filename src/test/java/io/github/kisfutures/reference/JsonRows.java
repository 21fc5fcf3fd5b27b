package io.github.kisfutures.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.kisfutures.FilesInUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows written as JSON lines ({@code docs/results.md}), read into canonical form. */
public final class JsonRows {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private JsonRows() {}

  /**
   * Every row of the files below a directory, by path and line. Files and directories whose name
   * begins with '.' or '_' are not finished and are left out, as Flink itself does.
   */
  public static List<Map<String, @Nullable String>> read(ResultTable table, Path directory) {
    List<Map<String, @Nullable String>> rows = new ArrayList<>();
    for (Path file : FilesInUse.finished(directory)) {
      try {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          rows.add(row(table, line));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return rows;
  }

  /** One line. A column that the table does not have throws. */
  public static Map<String, @Nullable String> row(ResultTable table, String line) {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON row: " + line, e);
    }
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!table.knows(name)) {
                throw new IllegalArgumentException(table + " has no column " + name + ": " + line);
              }
            });
    Map<String, @Nullable String> row = new LinkedHashMap<>();
    table.columns().forEach((name, type) -> row.put(name, type.text(json.get(name))));
    return row;
  }
}
