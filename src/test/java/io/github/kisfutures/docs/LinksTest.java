package io.github.kisfutures.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever points to a page or a section points to one that is there. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)]+))?\\)");

  /** {@code docs/numbers.md, "Bars"} and {@code README, "Live use"}. */
  private static final Pattern REFERENCE =
      Pattern.compile("(docs/[a-z/]+\\.md|README)`?\\}?, \"([^\"]+)\"");

  private static final Pattern MENTION = Pattern.compile("\\bdocs/[a-z/]+\\.md");

  private static final Pattern ELSEWHERE =
      Pattern.compile("\\b(analytics|kis-protocol|blueprint|craft|platform)\\.md");

  @Test
  void everyRelativeLinkLeadsToAFileAndAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Page page : Page.all()) {
      for (MatchResult link : LINK.matcher(page.text()).results().toList()) {
        Path target =
            link.group(1).isEmpty()
                ? page.file()
                : page.file().toAbsolutePath().resolveSibling(link.group(1)).normalize();
        if (!Files.exists(target)
            || link.group(2) != null && !anchors(target).contains(link.group(2))) {
          broken.add(page.file() + ": " + link.group());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static List<String> anchors(Path page) throws IOException {
    return Page.of(page.toString()).headings().stream()
        .map(
            heading ->
                heading
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-'))
        .toList();
  }

  @Test
  void everyReferenceToASectionResolves() throws IOException {
    List<String> broken = new ArrayList<>();
    int checked = 0;
    for (Path file : files()) {
      String text = onOneLine(Files.readString(file, StandardCharsets.UTF_8));
      for (MatchResult mention : MENTION.matcher(text).results().toList()) {
        if (!Files.exists(Path.of(mention.group()))) {
          broken.add(file + ": " + mention.group());
        }
      }
      for (MatchResult reference : REFERENCE.matcher(text).results().toList()) {
        Path page = Path.of(reference.group(1).equals("README") ? "README.md" : reference.group(1));
        checked++;
        if (!Files.exists(page)
            || !Page.of(page.toString()).headings().contains(reference.group(2))) {
          broken.add(file + ": " + reference.group());
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(checked).isPositive();
  }

  /** The specification that this was built from is in no checkout: docs say what holds. */
  @Test
  void nothingPointsToPagesThatAreElsewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path file : files()) {
      ELSEWHERE
          .matcher(Files.readString(file, StandardCharsets.UTF_8))
          .results()
          .forEach(name -> broken.add(file + ": " + name.group()));
    }
    assertThat(broken).as("name docs/numbers.md, feed.md or architecture.md instead").isEmpty();
  }

  /** A comment may break a reference over two lines. */
  private static String onOneLine(String text) {
    return text.replaceAll("\\R\\s*(?:\\*(?!/)|//|#|--)?\\s*", " ");
  }

  private static List<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String top : List.of("src", "sql", "docs", ".ci")) {
      try (Stream<Path> below = Files.walk(Path.of(top))) {
        below
            .filter(file -> file.toString().matches(".*(\\.(java|sql|md|ya?ml)|run)"))
            .filter(Files::isRegularFile)
            .filter(file -> !file.endsWith("LinksTest.java"))
            .forEach(found::add);
      }
    }
    for (String file : List.of("README.md", "pom.xml", "docker-compose.yml")) {
      found.add(Path.of(file));
    }
    return found;
  }
}
