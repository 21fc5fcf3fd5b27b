package io.github.kisfutures.job.results;

import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.text.ByteOrderMark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A SQL script as it was read, with {@code ${key}} replaced but in comments.
 *
 * @param name file name, for error messages
 * @param text the whole script
 */
public record ScriptText(String name, String text) {
  /**
   * Reads a script from a file or, if there is none of that name, from the class path, which holds
   * the scripts that are shipped.
   *
   * @param option what named the script, for error messages
   * @param variables values of {@code ${key}}
   * @throws ConfigurationException naming the file, and the line where there is one
   */
  public static ScriptText load(
      String option, String name, Function<String, Optional<String>> variables) {
    return new ScriptText(
        name, Substitution.of(name, ByteOrderMark.skip(read(option, name)), variables));
  }

  /**
   * The statements.
   *
   * @throws ConfigurationException naming file and line, if a quote or comment does not end
   */
  public SqlScript script() {
    return SqlScript.parse(name, text);
  }

  /** A line, counted from 1; empty if there is none. */
  public String line(int number) {
    return text.lines().skip(Math.max(0, number - 1)).findFirst().orElse("");
  }

  private static String read(String option, String name) {
    try {
      Path file = Path.of(name);
      if (Files.isDirectory(file)) {
        throw new ConfigurationException(
            option + ": " + name + " is a directory: name a script in it");
      }
      if (Files.exists(file)) {
        return Files.readString(file);
      }
      try (InputStream shipped = ScriptText.class.getClassLoader().getResourceAsStream(name)) {
        if (shipped != null) {
          return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          option + ": cannot read " + name + " (" + e.getMessage() + "): name a UTF-8 text");
    }
    throw new ConfigurationException(
        option + ": there is no file " + name + ", and none of that name is shipped");
  }
}
