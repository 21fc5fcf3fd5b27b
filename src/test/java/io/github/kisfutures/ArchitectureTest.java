package io.github.kisfutures;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.kisfutures.feed.FeedEnvironment;
import io.github.kisfutures.feed.SingleThreadScheduler;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.source.SystemClock;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The floors of {@code docs/architecture.md}, "Floors", and what belongs to one floor only. */
@AnalyzeClasses(
    packages = ArchitectureTest.BASE,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  static final String BASE = "io.github.kisfutures";

  private static final Set<String> FLOORS =
      Set.of(
          "market",
          "wire",
          "serialization",
          "columns",
          "text",
          "capture",
          "feed",
          "source",
          "analytics",
          "table",
          "simulator",
          "job",
          "cli");

  @ArchTest static final ArchRule MARKET = floor("market");

  @ArchTest static final ArchRule WIRE = floor("wire", "text", "market");

  /** Beside the floors: how values travel in Flink, whatever they mean. */
  @ArchTest static final ArchRule SERIALIZATION = floor("serialization");

  /** Beside the floors: how a result table is declared. */
  @ArchTest static final ArchRule COLUMNS = floor("columns", "market");

  /** Beside the floors: reading what people write. */
  @ArchTest static final ArchRule TEXT = floor("text");

  /** What whoever reads captures needs. */
  @ArchTest static final ArchRule CAPTURE = floor("capture", "wire", "market", "text");

  @ArchTest static final ArchRule FEED = floor("feed", "text", "wire", "market");

  @ArchTest
  static final ArchRule SOURCE =
      floor("source", "text", "capture", "feed", "wire", "market", "serialization", "columns");

  @ArchTest
  static final ArchRule ANALYTICS = floor("analytics", "market", "serialization", "columns");

  @ArchTest
  static final ArchRule TABLE =
      floor("table", "text", "capture", "source", "wire", "market", "serialization");

  @ArchTest
  static final ArchRule SIMULATOR = floor("simulator", "text", "capture", "wire", "market");

  @ArchTest
  static final ArchRule JOB =
      floor(
          "job",
          "text",
          "capture",
          "table",
          "analytics",
          "source",
          "feed",
          "wire",
          "market",
          "serialization",
          "columns");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching(BASE + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule FLINK_ONLY_ON_ITS_FLOORS =
      noClasses()
          .that()
          .resideInAnyPackage(packages("market", "text", "wire", "capture", "feed", "simulator"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NO_INPUT_OR_OUTPUT_ON_THE_LOWEST_FLOORS =
      noClasses()
          .that()
          .resideInAnyPackage(packages("market", "text", "wire"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + ".cli..")
          .should()
          .accessTargetWhere(prints())
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_EXITS =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + ".cli..")
          .should()
          .accessTargetWhere(ends())
          .allowEmptyShould(true);

  /** Everybody else is handed a clock and a scheduler, so that tests can turn the hands. */
  @ArchTest
  static final ArchRule TIME_IS_INJECTED =
      noClasses()
          .that()
          .doNotBelongToAnyOf(SingleThreadScheduler.class)
          .should()
          .accessTargetWhere(asksForTheTimeOrWaits())
          .allowEmptyShould(true);

  /** The places where the real world is put together. */
  @ArchTest
  static final ArchRule SYSTEM_CLOCKS_ARE_MADE_IN_FEW_PLACES =
      noClasses()
          .that()
          .doNotBelongToAnyOf(FeedEnvironment.class, SystemClock.class, KisSimulator.class)
          .and()
          .resideOutsideOfPackage(BASE + ".cli..")
          .should()
          .accessTargetWhere(makesASystemClock())
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NO_JAVA_UTIL_LOGGING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..")
          .allowEmptyShould(true);

  private static DescribedPredicate<JavaAccess<?>> asksForTheTimeOrWaits() {
    return DescribedPredicate.describe(
        "ask the system for the time, or wait for it to pass",
        access ->
            switch (access.getTargetOwner().getName()) {
              case "java.lang.System" ->
                  Set.of("currentTimeMillis", "nanoTime").contains(access.getName());
              case "java.lang.Thread", "java.util.concurrent.TimeUnit" ->
                  access.getName().equals("sleep");
              case "java.time.Instant",
                  "java.time.LocalDate",
                  "java.time.LocalTime",
                  "java.time.LocalDateTime",
                  "java.time.OffsetDateTime",
                  "java.time.ZonedDateTime" ->
                  access.getName().equals("now") && !takes(access, Clock.class);
              default -> false;
            });
  }

  private static boolean takes(JavaAccess<?> access, Class<?> parameter) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
  }

  private static DescribedPredicate<JavaAccess<?>> makesASystemClock() {
    return DescribedPredicate.describe(
        "make a system clock",
        access ->
            Set.of("java.time.Clock", "java.time.InstantSource")
                    .contains(access.getTargetOwner().getName())
                && access.getName().startsWith("system"));
  }

  private static DescribedPredicate<JavaAccess<?>> ends() {
    return DescribedPredicate.describe(
        "end the process",
        access ->
            Set.of("java.lang.System", "java.lang.Runtime")
                    .contains(access.getTargetOwner().getName())
                && Set.of("exit", "halt").contains(access.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> prints() {
    return DescribedPredicate.describe(
        "print",
        access ->
            (access.getTargetOwner().getName().equals("java.lang.System")
                    && Set.of("out", "err").contains(access.getName()))
                || access.getName().equals("printStackTrace"));
  }

  /** A floor uses itself, the floors named, and libraries. */
  private static ArchRule floor(String name, String... lower) {
    Set<String> forbidden = new TreeSet<>(FLOORS);
    forbidden.remove(name);
    forbidden.removeAll(Arrays.asList(lower));
    return noClasses()
        .that()
        .resideInAPackage(BASE + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(forbidden.toArray(String[]::new)))
        .as(name + " uses no floor but " + List.of(lower))
        .allowEmptyShould(true);
  }

  private static String[] packages(String... names) {
    return Arrays.stream(names).map(name -> BASE + "." + name + "..").toArray(String[]::new);
  }
}
