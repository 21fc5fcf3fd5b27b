package io.github.kisfutures.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Scripts for the {@code sql} command.
 *
 * @param directory where they are written
 */
record SqlScripts(Path directory) {
  Path script(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  /** The shipped table over captured files, of these lines. */
  Path ticks(List<String> lines) throws IOException {
    Path capture = directory.resolve("day.txt");
    Files.write(capture, lines);
    return script(
        "ticks.sql",
        Files.readString(Path.of("sql/ticks_files.sql"))
            .replace("'captures'", "'" + capture + "'"));
  }
}
