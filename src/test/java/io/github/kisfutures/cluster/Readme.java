package io.github.kisfutures.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What README tells users to do on a cluster, so that tests do the same.
 *
 * @param text of README, commands on one line each
 */
public record Readme(String text) {

  /** That of this checkout. */
  public static Readme read() throws IOException {
    return new Readme(Files.readString(Path.of("README.md")).replaceAll("\\\\\n\\s*", ""));
  }

  /** The YAML block that begins with a comment. */
  public String yaml(String firstLine) {
    Matcher block =
        Pattern.compile("```yaml\n(" + Pattern.quote(firstLine) + ".*?)```", Pattern.DOTALL)
            .matcher(text);
    if (!block.find()) {
      throw new AssertionError("README has no YAML block that begins with " + firstLine);
    }
    return block.group(1);
  }

  /**
   * The arguments of the one command line of README that begins with these words; they follow the
   * script's name.
   *
   * @param instead what stands in place of words and parts of words of README
   */
  List<String> arguments(String beginning, Map<String, String> instead) {
    List<String> found =
        text.lines()
            .filter(line -> line.startsWith(beginning + " "))
            .map(line -> line.replaceAll("\\s+#.*", ""))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError("README has " + found.size() + " commands like: " + beginning);
    }
    String command = found.get(0);
    for (Map.Entry<String, String> entry : instead.entrySet()) {
      if (!command.contains(entry.getKey())) {
        throw new AssertionError("'" + command + "' of README does not name " + entry.getKey());
      }
      command = command.replace(entry.getKey(), entry.getValue());
    }
    List<String> words = Arrays.asList(command.split("\\s+"));
    return words.subList(1, words.size());
  }
}
