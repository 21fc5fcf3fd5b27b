package io.github.kisfutures.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of README and {@code docs}: tests take from it what users are told to do, and do the same.
 *
 * @param file below the top of the checkout
 * @param text of the page, commands on one line each
 */
public record Page(Path file, String text) {

  /** A page of this checkout, as {@code docs/cluster.md}. */
  public static Page of(String file) throws IOException {
    return of(Path.of(file));
  }

  private static Page of(Path file) throws IOException {
    return new Page(file, Files.readString(file).replaceAll("\\\\\n\\s*", ""));
  }

  /** Every page for readers: those at the top, and those of {@code docs}. */
  public static List<Page> all() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      List<Page> pages = new java.util.ArrayList<>();
      for (Path file : Stream.concat(top, docs).sorted().toList()) {
        if (file.toString().endsWith(".md")) {
          pages.add(of(file));
        }
      }
      return pages;
    }
  }

  /** The YAML block that begins with a comment. */
  public String yaml(String firstLine) {
    return blocks("yaml").stream()
        .filter(block -> block.startsWith(firstLine))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " has no YAML that begins with " + firstLine));
  }

  /** The blocks of a language, in their order. */
  public List<String> blocks(String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /** The headings, without their marks. */
  public List<String> headings() {
    return text.replaceAll("(?s)```.*?```", "")
        .lines()
        .filter(line -> line.matches("#+ .*"))
        .map(line -> line.replaceFirst("#+ ", ""))
        .toList();
  }

  /**
   * The arguments of the one command line of the page that begins with these words; they follow the
   * script's name.
   *
   * @param instead what stands in place of words and parts of words of the page
   */
  public List<String> arguments(String beginning, Map<String, String> instead) {
    List<String> found =
        text.lines()
            .filter(line -> line.startsWith(beginning + " "))
            .map(line -> line.replaceAll("\\s+#.*", ""))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(file + " has " + found.size() + " commands like: " + beginning);
    }
    String command = found.get(0);
    for (Map.Entry<String, String> entry : instead.entrySet()) {
      if (!command.contains(entry.getKey())) {
        throw new AssertionError(
            "'" + command + "' of " + file + " does not name " + entry.getKey());
      }
      command = command.replace(entry.getKey(), entry.getValue());
    }
    List<String> words = Arrays.asList(command.split("\\s+"));
    return words.subList(1, words.size());
  }
}
