package io.github.kisfutures.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the two jars for clusters, and what is not. */
class JarsITCase {
  static final Path JOB = Path.of("target", "flink-kis-futures-0.1.0-SNAPSHOT-job.jar");
  static final Path SQL = Path.of("target", "flink-kis-futures-0.1.0-SNAPSHOT-sql.jar");
  private static final String OURS = "io/github/kisfutures/";
  private static final String FACTORIES =
      "META-INF/services/org.apache.flink.table.factories.Factory";

  /** Classes for newer versions of Java lie below a directory of their own. */
  private static final Pattern CLASS =
      Pattern.compile("(?:META-INF/versions/\\d+/)?(.+)/[^/]+\\.class");

  @Test
  void theSqlJarHasTheConnectorAndItsLibrariesUnderOurName() throws IOException {
    try (JarFile jar = new JarFile(SQL.toFile())) {
      assertThat(packages(jar, 4))
          .containsExactlyInAnyOrder(
              OURS + "capture",
              OURS + "columns",
              OURS + "feed",
              OURS + "market",
              OURS + "serialization",
              OURS + "shaded",
              OURS + "source",
              OURS + "table",
              OURS + "text",
              OURS + "wire");
      assertThat(packages(jar, 6))
          .filteredOn(name -> name.startsWith(OURS + "shaded/"))
          .containsExactlyInAnyOrder(
              OURS + "shaded/com/fasterxml",
              OURS + "shaded/org/apache",
              OURS + "shaded/org/java_websocket",
              OURS + "shaded/org/yaml");
      assertThat(services(jar)).containsExactly(FACTORIES);
      assertThat(text(jar, FACTORIES).lines())
          .containsExactlyInAnyOrder(
              "io.github.kisfutures.table.KisDynamicTableFactory",
              "io.github.kisfutures.table.KisFormatFactory",
              "io.github.kisfutures.table.KisFileFormatFactory");
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class")).isNull();
      assertNothingTwice(jar);
      assertLicensed(jar);
    }
  }

  /** Where a floor is missing, a query in Flink's client hangs and does not say why. */
  @Test
  void theSqlJarNeedsNothingOfOursThatItDoesNotHave() throws IOException {
    try (JarFile jar = new JarFile(SQL.toFile())) {
      JavaClasses classes = new ClassFileImporter().importJar(jar);
      assertThat(
              classes.stream()
                  .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                  .map(needed -> needed.getTargetClass().getBaseComponentType().getName())
                  .filter(name -> name.startsWith("io.github.kisfutures."))
                  .filter(name -> jar.getEntry(name.replace('.', '/') + ".class") == null)
                  .distinct())
          .isEmpty();
    }
  }

  @Test
  void theJobJarHasOfFlinkOnlyTheConnectorsOfTheResults() throws IOException {
    try (JarFile jar = new JarFile(JOB.toFile())) {
      assertThat(packages(jar, 5))
          .filteredOn(name -> name.startsWith("org/apache/flink"))
          .containsExactlyInAnyOrder(
              "org/apache/flink/connector/jdbc",
              "org/apache/flink/connector/kafka",
              "org/apache/flink/streaming/connectors",
              "org/apache/flink/streaming/util");
      assertThat(packages(jar, 3))
          .doesNotContain("org/apache/logging", "org/apache/log4j")
          .noneMatch(name -> name.startsWith("org/slf4j"));
      assertThat(packages(jar, 4)).contains(OURS + "job", OURS + "cli", OURS + "simulator");
      assertThat(text(jar, FACTORIES).lines().filter(line -> !line.startsWith("#")).toList())
          .doesNotHaveDuplicates()
          .contains("io.github.kisfutures.table.KisDynamicTableFactory")
          .anyMatch(name -> name.contains("Kafka"))
          .anyMatch(name -> name.contains("Jdbc"));
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("io.github.kisfutures.cli.KisFutures");
      assertThat(jar.getEntry("log4j2.properties")).isNull();
      assertNothingTwice(jar);
      assertLicensed(jar);
      assertThat(text(jar, "META-INF/licenses/LICENSE.postgresql")).contains("PostgreSQL Global");
      assertThat(text(jar, "META-INF/licenses/LICENSE.zstd-jni")).contains("Luben Karavelov");
    }
  }

  private static void assertNothingTwice(JarFile jar) {
    Set<String> seen = new HashSet<>();
    assertThat(jar.stream().map(ZipEntry::getName).filter(name -> !seen.add(name)).toList())
        .isEmpty();
  }

  private static void assertLicensed(JarFile jar) throws IOException {
    assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License").contains("Version 2.0");
    assertThat(text(jar, "META-INF/NOTICE"))
        .startsWith("// ----")
        .contains("flink-kis-futures, Copyright 2026 its authors")
        .contains("Jackson JSON processor");
    assertThat(text(jar, "META-INF/licenses/LICENSE.Java-WebSocket")).contains("Nathan Rajlich");
    assertThat(jar.getEntry("META-INF/FastDoubleParser-LICENSE")).isNotNull();
  }

  private static List<String> services(JarFile jar) {
    return jar.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith("META-INF/services/") && !name.endsWith("/"))
        .toList();
  }

  /** The packages of a jar's classes, cut to so many levels. */
  private static Set<String> packages(JarFile jar, int levels) {
    return jar.stream()
        .map(entry -> CLASS.matcher(entry.getName()))
        .filter(Matcher::matches)
        .map(matcher -> Pattern.compile("/").splitAsStream(matcher.group(1)))
        .map(parts -> parts.limit(levels).collect(Collectors.joining("/")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(JarFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    assertThat(entry).as(name).isNotNull();
    return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
  }
}
