package io.github.kisfutures.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.kisfutures.text.Yaml;
import io.github.kisfutures.text.YamlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * App keys from a YAML file that only its owner may read. Messages name file, entry and line, never
 * content, so no parser exception is kept as a cause: its text quotes the file.
 */
final class CredentialsFile {
  private static final String KEY = "app-key";
  private static final String SECRET = "app-secret";
  private static final String FORM =
      "; write a YAML list with app-key and app-secret in each entry";

  private CredentialsFile() {}

  static List<Credentials> load(String name) {
    JsonNode root = parse(name, read(name));
    if (root == null
        || root.isMissingNode()
        || root.isNull()
        || (root.isArray() && root.isEmpty())) {
      throw new CredentialsException("The credentials file " + name + " has no entry" + FORM);
    }
    if (!root.isArray()) {
      throw new CredentialsException("The credentials file " + name + " is not a list" + FORM);
    }
    List<Credentials> found = new ArrayList<>();
    for (JsonNode entry : root) {
      String where = "Entry " + (found.size() + 1) + " of the credentials file " + name;
      requireKnownMembers(entry, where);
      found.add(new Credentials(member(entry, KEY, where), member(entry, SECRET, where)));
    }
    return CredentialsChecks.requireDistinct(found, "the credentials file " + name);
  }

  private static String read(String name) {
    try {
      Path path = Path.of(name).toRealPath();
      PrivateFile.require(name, path);
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new CredentialsException(
          "The credentials file " + name + " does not exist; correct feed.credentials");
    } catch (IOException e) {
      throw new CredentialsException(
          "The credentials file "
              + name
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "); it must be a UTF-8 text file that this user may read");
    }
  }

  private static @Nullable JsonNode parse(String name, String text) {
    try {
      return Yaml.read(text, JsonParser::readValueAsTree);
    } catch (YamlException e) {
      throw new CredentialsException(
          "The credentials file " + e.at(name) + " " + e.fault().text() + FORM);
    }
  }

  private static void requireKnownMembers(JsonNode entry, String where) {
    for (Iterator<String> names = entry.fieldNames(); names.hasNext(); ) {
      String member = names.next();
      if (!member.equals(KEY) && !member.equals(SECRET)) {
        // not named: a misplaced colon can make a key of a secret
        throw new CredentialsException(
            where + " has a member besides app-key and app-secret" + FORM);
      }
    }
  }

  private static String member(JsonNode entry, String member, String where) {
    JsonNode value = entry.path(member);
    if (value.isNumber() || value.isBoolean()) {
      throw new CredentialsException(
          where + " has a number or truth value as " + member + "; put it in quotes");
    }
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new CredentialsException(where + " has no " + member + FORM);
    }
    return value.asText().strip();
  }
}
