package io.github.kisfutures.simulator.script;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.kisfutures.text.Yaml;
import io.github.kisfutures.text.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a fault script: a YAML list of entries. */
final class FaultScriptReader {
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
    try {
      return Yaml.read(text, parser -> entries(name, parser));
    } catch (YamlException e) {
      throw new FaultScriptException(e.sentence(name));
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
      JsonNode entry = parser.readValueAsTree();
      if (!entry.isObject()) {
        throw new FaultScriptException(
            where + "is no fault: write '- at: 10 s' and below it 'what: drop'");
      }
      entries.add(new FaultEntryReader(where, entry).read());
    }
    return entries;
  }
}
