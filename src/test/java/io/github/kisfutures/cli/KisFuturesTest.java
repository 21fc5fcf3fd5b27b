package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong usage or configuration is one clear line and exit code 2; no cluster is started. */
@Timeout(60)
class KisFuturesTest {
  @TempDir Path directory;

  private Path credentials;
  private Path capture;

  @BeforeEach
  void writeFiles() throws IOException {
    credentials = CredentialsText.file(directory, SimulatorSettings.DEFAULT_ACCOUNT);
    capture = Files.createFile(directory.resolve("capture.txt"));
  }

  // ---- usage

  @Test
  void noArgumentsAreTheDemo() {
    assertThat(KisFutures.orDemo(new String[0])).containsExactly("demo");
    assertThat(KisFutures.orDemo(new String[] {"run", "--help"})).containsExactly("run", "--help");
  }

  @Test
  void helpNamesTheCommands() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("demo", "run", "simulate", "capture", "replay");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "demo, --for --seed --config -D",
    "run, --config -D",
    "capture, --config -D --to --gzip",
    "replay, --config -D --from",
    "simulate, --port --contracts --rate --seed --faults --replay",
    "sql, FILE --config -D ${key}"
  })
  void helpOfACommandNamesItsOptions(String command, String options) {
    CommandRun run = CommandRun.of(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains(options.split(" ", -1)).contains(command);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void anUnknownCommand() {
    CommandRun.of("rnu").isWrongUsage("rnu", "--help");
  }

  @Test
  void anUnknownOption() {
    CommandRun.of("run", "--configuration", "x").isWrongUsage("--configuration", "run --help");
  }

  @Test
  void anOverrideWithoutValue() {
    CommandRun.of("run", "-Dfeed.contracts").isWrongUsage("-D", "KEY=VALUE");
  }

  @Test
  void replayWithoutFrom() {
    CommandRun.of("replay").isWrongUsage("--from", "replay --help");
  }

  @Test
  void replayFromAPathThatIsNotThere() {
    CommandRun.of("replay", "--from", missing()).isWrongUsage("--from", missing());
  }

  @Test
  void replayFromAnEmptyDirectory() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("captures"));

    CommandRun.of("replay", "--from", empty.toString())
        .isWrongUsage("--from: there is no file in " + empty);
  }

  @ParameterizedTest
  @ValueSource(strings = {"replay --from", "simulate --port=0 --replay"})
  void aCaptureThatIsNotPackedAsItsNameSays(String command) throws IOException {
    Path text = Files.writeString(directory.resolve("day.gz"), "a text");
    List<String> args = new ArrayList<>(List.of(command.split(" ", -1)));
    args.add(text.toString());

    CommandRun.of(args.toArray(String[]::new))
        .isWrongUsage(args.get(args.size() - 2) + ": " + text, "packed file");
  }

  @Test
  void captureWithoutTo() {
    CommandRun.of("capture").isWrongUsage("--to", "capture --help");
  }

  @Test
  void captureToAFile() {
    run("capture", "--to", capture.toString()).isWrongUsage("--to", capture.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5s", "5 parsecs", "", "99999999999999999999 s", "0 s", "30"})
  void aBadDurationOfTheDemo(String time) {
    CommandRun.of("demo", "--for", time).isWrongUsage("--for", "30s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port=99999",
        "--port=x",
        "--rate=-1",
        "--contracts=111v06",
        "--replay=/no/such"
      })
  void aWrongArgumentOfTheSimulator(String argument) {
    CommandRun.of("simulate", "--port=0", argument)
        .isWrongUsage(argument.substring(0, argument.indexOf('=')));
  }

  @Test
  void aWrongPaceOfTheSimulator() {
    CommandRun.of("simulate", "--port=0", "--replay=" + capture, "--speed=-1")
        .isWrongUsage("--speed");
  }

  // ---- configuration file

  @Test
  void aConfigurationFileThatIsNotThere() {
    CommandRun.of("run", "--config", missing()).isWrongUsage("--config", missing());
  }

  @Test
  void anUnknownKeyInTheFile() throws IOException {
    Path file = configuration("feed:\n  contract: 111V06\n");

    CommandRun.of("run", "--config", file.toString())
        .isWrongUsage(file.toString(), "'feed.contract'", "'feed.contracts'");
  }

  @Test
  void anUnknownOverride() {
    CommandRun.of("run", "-Danalytics.window=1 min")
        .isWrongUsage("'analytics.window'", "'analytics.windows'");
  }

  @Test
  void aMisspeltKeyOfFlink() {
    CommandRun.of("run", "-Dexecution.checkpoint.interval=1 s")
        .isWrongUsage("'execution.checkpointing.interval'");
  }

  @Test
  void badYaml() throws IOException {
    Path file = configuration("feed.customer-type: P\nfeed.contracts: [111V06\n");

    CommandRun.of("run", "--config", file.toString())
        .isWrongUsage(file.toString(), "line 3", "YAML", "expected ',' or ']'");
  }

  @Test
  void aFileWithoutKeys() throws IOException {
    Path file = configuration("just a text\n");

    CommandRun.of("run", "--config", file.toString()).isWrongUsage(file.toString(), "'key: value'");
  }

  @Test
  void aFileThatIsNoText() throws IOException {
    Path file = directory.resolve("kis.yaml");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    CommandRun run = CommandRun.of("run", "--config", file.toString());

    assertThat(run.exitCode()).isEqualTo(KisFutures.WRONG_USAGE);
    assertThat(run.err().lines()).singleElement().asString().contains(file.toString());
  }

  // ---- values

  @Test
  void aBadDuration() {
    run("run", "-Dfeed.ack-timeout=10 parsecs")
        .isWrongUsage("feed.ack-timeout", "'10 parsecs'", "10 s");
  }

  @Test
  void aBadNumber() {
    run("run", "-Dfeed.max-registrations=many")
        .isWrongUsage("feed.max-registrations", "'many'", "41");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parallelism.default=two", "execution.checkpointing.interval=often"})
  void aBadValueOfFlinks(String override) {
    String[] keyAndValue = override.split("=", -1);
    run("run", "-D" + override).isWrongUsage(keyAndValue[0], "'" + keyAndValue[1] + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1",
        "127.0.0.1:1",
        "ws:",
        "ws://",
        "ws://a b",
        "ws://127.0.0.1:70000",
        ""
      })
  void aBadWebSocketAddress(String address) {
    run("run", "-Dfeed.websocket-url=" + address).isWrongUsage("feed.websocket-url", "ws://");
  }

  @Test
  void aWebSocketAddressWithTls() {
    run("run", "-Dfeed.websocket-url=wss://ops.koreainvestment.com:21000")
        .isWrongUsage("feed.websocket-url", "no TLS", "write ws:// instead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://127.0.0.1", "https://", "https://127.0.0.1:99999", "%"})
  void aBadRestAddress(String address) {
    run("run", "-Dfeed.rest-url=" + address).isWrongUsage("feed.rest-url", "https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feed.customer-type=X",
        "feed.redundancy=0",
        "feed.max-registrations=0",
        "feed.queue-capacity=0",
        "feed.idle-timeout=0 s",
        "feed.reconnect.jitter=2",
        "feed.reconnect.max-delay=1 s",
        "analytics.max-out-of-orderness=-1 s",
        "analytics.max-feed-delay=x",
        "analytics.gap-settle-time=soon",
        "contracts.multiplier=0",
        "contracts.master-file=/no/such/file.mst"
      })
  void anOptionOutOfRange(String override) {
    run("run", "-D" + override).isWrongUsage(override.substring(0, override.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 s", "1 week", "1500 ms", "25 h", "1 min; x", ",", ""})
  void badWindows(String windows) {
    run("run", "-Danalytics.windows=" + windows).isWrongUsage("analytics.windows", "1 min");
  }

  @Test
  void aWindowTwice() {
    run("run", "-Danalytics.windows=1 min, 60 s").isWrongUsage("analytics.windows", "twice");
  }

  // ---- contracts and credentials

  @Test
  void noContracts() {
    CommandRun.of("run", "-Dfeed.credentials=file:" + credentials)
        .isWrongUsage("feed.contracts", "111V06");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]"})
  void anEmptyListOfContracts(String list) throws IOException {
    Path file = configuration("feed.contracts: " + list + "\n");

    CommandRun.of("run", "--config", file.toString(), "-Dfeed.credentials=file:" + credentials)
        .isWrongUsage("feed.contracts", "111V06");
  }

  @ParameterizedTest
  @ValueSource(strings = {"111v06", "삼성전자", "A5060", "A506070000", "111V06 A50607"})
  void aBadContractCode(String code) {
    run("run", "-Dfeed.contracts=A50607; " + code).isWrongUsage("feed.contracts", "'" + code + "'");
  }

  @Test
  void aStockInPlaceOfAFuture() {
    run("run", "-Dfeed.contracts=A50607; 005930")
        .isWrongUsage("feed.contracts: '005930' looks like a stock", "111V06", "A11610");
  }

  @Test
  void aContractThatTheMasterFileDoesNotList() throws IOException {
    Path master =
        Files.writeString(
            directory.resolve("fo_stk_code_mts.mst"),
            "1|A11610|KR4A11610009|S   F 202610 (  10)|||1|005930|S\n"
                + "1|A50607|KR4A50607009|H   F 202607 (  10)|||1|000660|H\n");

    run("run", "-Dcontracts.master-file=" + master, "-Dfeed.contracts=A11610; A50697")
        .isWrongUsage("feed.contracts: 'A50697'", master.toString(), "did you mean 'A50607'?");
  }

  @Test
  void moreContractsThanOneAppKeyCarries() {
    run("run", "-Dfeed.contracts=" + contracts(42))
        .isWrongUsage("42 contracts", "41", "feed.max-registrations", "2 app keys", "gives 1");
  }

  @Test
  void moreSessionsPerContractThanAppKeys() {
    run("run", "-Dfeed.redundancy=2").isWrongUsage("feed.redundancy 2", "2 app keys", "gives 1");
  }

  @Test
  void noCredentialsInTheEnvironment() {
    assumeThat(System.getenv()).doesNotContainKey("KIS_APP_KEY");

    CommandRun.of("run", "-Dfeed.contracts=111V06")
        .isWrongUsage("KIS_APP_KEY", "KIS_APP_SECRET", "feed.credentials");
  }

  @Test
  void credentialsInTheOptionItself() {
    CommandRun run = run("run", "-Dfeed.credentials=PSED321z");

    run.isWrongUsage("feed.credentials", "file:PATH");
    assertThat(run.err()).doesNotContain("PSED321z");
  }

  @Test
  void aCredentialsFileThatIsNotThere() {
    run("run", "-Dfeed.credentials=file:" + missing()).isWrongUsage(missing(), "feed.credentials");
  }

  @Test
  void aCredentialsFileThatOthersMayRead() throws IOException {
    Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-r--r--"));

    run("run").isWrongUsage(credentials.toString(), "chmod 600 " + credentials);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app-key: SECRETKEY",
        "- app-key: SECRETKEY",
        "- app-key: [SECRETKEY",
        "- app-key: SECRETKEY\n  app-secret: ''",
        "- app-key: SECRETKEY\n  appsecret: SECRETSECRET",
        "- SECRETKEY",
      })
  void aMalformedCredentialsFile(String text) throws IOException {
    CredentialsText.file(directory, text);

    CommandRun run = run("run");

    run.isWrongUsage(credentials.toString(), "app-key", "app-secret");
    assertThat(run.err()).doesNotContain("SECRETKEY", "SECRETSECRET");
  }

  // ---- helpers

  /** A command with all that it needs, unless an argument says otherwise. */
  private CommandRun run(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command));
    if (List.of(more).stream().noneMatch(arg -> arg.startsWith("-Dfeed.contracts="))) {
      args.add("-Dfeed.contracts=111V06");
    }
    if (List.of(more).stream().noneMatch(arg -> arg.startsWith("-Dfeed.credentials="))) {
      args.add("-Dfeed.credentials=file:" + credentials);
    }
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }

  private String missing() {
    return directory.resolve("not-there").toString();
  }

  private Path configuration(String yaml) throws IOException {
    return Files.writeString(directory.resolve("kis.yaml"), yaml);
  }

  private static String contracts(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> String.format("A1%02d06", number))
        .collect(Collectors.joining(";"));
  }
}
