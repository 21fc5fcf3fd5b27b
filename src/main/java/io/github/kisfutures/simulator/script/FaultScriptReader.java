package io.github.kisfutures.simulator.script;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a fault script: a YAML list of entries. */
final class FaultScriptReader {
  private static final YAMLMapper YAML = new YAMLMapper();

  private FaultScriptReader() {}

  static List<FaultEntry> read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new FaultScriptException("there is no fault script " + file);
    } catch (IOException e) {
      throw new FaultScriptException("cannot read the fault script " + file + ": " + e);
    }
  }

  static List<FaultEntry> read(String name, String text) {
    try (JsonParser parser = YAML.getFactory().createParser(text)) {
      return entries(name, parser);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new FaultScriptException(
          name
              + (at == null ? "" : " line " + at.getLineNr())
              + " is not YAML: "
              + firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new FaultScriptException("cannot read the fault script " + name + ": " + e);
    }
  }

  private static List<FaultEntry> entries(String name, JsonParser parser) throws IOException {
    List<FaultEntry> entries = new ArrayList<>();
    JsonToken first = parser.nextToken();
    if (first == null) {
      return entries;
    }
    if (first != JsonToken.START_ARRAY) {
      throw new FaultScriptException(
          name + " is no list of faults: begin each with '- at:', '- every:' or '- on:'");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int line = parser.currentTokenLocation().getLineNr();
      String where = name + " line " + line + " (entry " + (entries.size() + 1) + "): ";
      JsonNode entry = YAML.readTree(parser);
      if (!entry.isObject()) {
        throw new FaultScriptException(
            where + "is no fault: write '- at: 10 s' and below it 'what: drop'");
      }
      entries.add(new FaultEntryReader(where, entry).read());
    }
    return entries;
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }
}
