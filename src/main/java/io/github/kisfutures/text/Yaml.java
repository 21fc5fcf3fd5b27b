package io.github.kisfutures.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.kisfutures.text.YamlException.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The YAML files that people write for us, all read alike: one document, no key twice, a byte-order
 * mark skipped. What a lenient parser would leave out silently is refused.
 */
public final class Yaml {
  /** Also turns tokens into trees. */
  private static final YAMLMapper MAPPER = new YAMLMapper();

  static {
    MAPPER.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  }

  /** SnakeYAML names places in lines of their own, each behind what it says of the place. */
  private static final Pattern PLACE = Pattern.compile("\\n in '[^']*', line (\\d+), column");

  private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'");

  private Yaml() {}

  /**
   * Takes a document from its tokens.
   *
   * @param <T> what is made of it
   */
  @FunctionalInterface
  public interface Reading<T> {
    /** The parser stands before the first token, and may be left behind the last. */
    T of(JsonParser tokens) throws IOException;
  }

  /**
   * Reads a text that is one document, perhaps empty. The parser can read trees ({@link
   * JsonParser#readValueAsTree}).
   *
   * @throws YamlException if the text is anything else
   */
  public static <T> T read(String text, Reading<T> reading) throws YamlException {
    try (JsonParser tokens = MAPPER.createParser(ByteOrderMark.skip(text))) {
      T result = reading.of(tokens);
      if (tokens.nextToken() != null) {
        throw new YamlException(
            Fault.SECOND_DOCUMENT,
            beginOfDocument(text, tokens.currentTokenLocation().getLineNr()),
            Fault.SECOND_DOCUMENT.text());
      }
      return result;
    } catch (JsonProcessingException e) {
      throw fault(e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot fail to be read", e);
    }
  }

  /** The parser tells where its first token is, which may be some lines further down. */
  private static int beginOfDocument(String text, int tokenLine) {
    List<String> lines = text.lines().toList();
    int line = Math.min(tokenLine, lines.size());
    while (line > 1 && !lines.get(line - 1).startsWith("---")) {
      line--;
    }
    return line;
  }

  private static YamlException fault(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    Matcher duplicate = DUPLICATE.matcher(message);
    if (duplicate.find()) {
      return new YamlException(
          Fault.DUPLICATE_KEY, line, "'" + duplicate.group(1) + "' is there twice; remove one");
    }
    String problem = message.lines().findFirst().orElse("");
    Matcher place = PLACE.matcher(message);
    while (place.find()) {
      String before = message.substring(0, place.start());
      problem = before.substring(before.lastIndexOf('\n') + 1).strip();
      line = Integer.parseInt(place.group(1));
    }
    return new YamlException(Fault.NOT_YAML, line, "is not YAML: " + problem);
  }
}
