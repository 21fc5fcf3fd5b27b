package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.ListeningSockets;
import io.github.kisfutures.reference.DirtyDay;
import io.github.kisfutures.simulator.DefaultContracts;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a command listens on, it is for this machine only. */
@Timeout(400)
class ListeningITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(300);

  @TempDir Path directory;

  /** A command that runs, and what it has listened on since its start. */
  private static final class Watched {
    private final CommandProcess process;
    private final Predicate<CommandProcess> seenEnough;
    private final Set<InetAddress> listening = new HashSet<>();

    Watched(CommandProcess process, Predicate<CommandProcess> seenEnough) {
      this.process = process;
      this.seenEnough = seenEnough;
    }

    boolean isSeen() {
      listening.addAll(ListeningSockets.of(process.pid()));
      return seenEnough.test(process);
    }
  }

  /** All at once: each has ports of its own, and most of their time is Flink's start. */
  @Test
  void everyCommandListensOnLoopbackOnly() throws Exception {
    assumeTrue(ListeningSockets.areTold(), "/proc/net tells of sockets on Linux only");
    Map<String, Watched> commands = new LinkedHashMap<>();
    MarketSettings market = MarketSettings.ofDefaultContracts(100, 3);
    try (KisSimulator simulator =
        KisSimulator.withMarket(SimulatorSettings.defaults().withAccounts(List.of()), market)
            .start()) {
      startAll(commands, simulator);
      // every one at every look: some end soon
      Eventually.await(
          "all are running",
          PATIENCE,
          () -> commands.values().stream().filter(Watched::isSeen).count() == commands.size());
    } finally {
      commands.values().forEach(command -> command.process.close());
    }
    commands.forEach(
        (name, command) ->
            assertThat(command.listening)
                .as(name)
                .isNotEmpty()
                .allMatch(InetAddress::isLoopbackAddress, "loopback"));
  }

  private void startAll(Map<String, Watched> commands, KisSimulator simulator) throws IOException {
    start(commands, "simulate", out("feed.rest-url"), "--port=" + freePorts());
    start(commands, "demo", out("yes"));
    start(commands, "replay", process -> !process.isAlive(), "--from=" + capture());
    start(
        commands,
        "run",
        out("> +I["),
        feed(simulator, "run", "-Dresults.script=sql/results/print.sql"));
    start(
        commands,
        "capture",
        err("frames in"),
        feed(simulator, "capture", "--to=" + directory.resolve("captured")));
    start(commands, "sql", out("| +I |"), script(simulator));
  }

  private void start(
      Map<String, Watched> commands,
      String name,
      Predicate<CommandProcess> seenEnough,
      String... arguments)
      throws IOException {
    String[] all = new String[arguments.length + 1];
    all[0] = name;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Path output = Files.createDirectories(directory.resolve(name));
    commands.put(name, new Watched(CommandProcess.start(output, all), seenEnough));
  }

  private static Predicate<CommandProcess> out(String text) {
    return process -> isThere(process, process.out(), text);
  }

  private static Predicate<CommandProcess> err(String text) {
    return process -> isThere(process, process.err() + process.out(), text);
  }

  private static boolean isThere(CommandProcess process, String said, String text) {
    assertThat(process.isAlive()).as("running; stderr: %s", process.err()).isTrue();
    return said.contains(text);
  }

  private String[] feed(KisSimulator simulator, String name, String... more) throws IOException {
    Path own = Files.createDirectories(directory.resolve(name));
    Path credentials =
        CredentialsText.file(
            own, "- app-key: any-app-key-of-%s\n  app-secret: any-app-secret\n".formatted(name));
    return Stream.concat(
            Stream.of(
                "-Dfeed.websocket-url=" + simulator.webSocketUri(),
                "-Dfeed.rest-url=" + simulator.restUri(),
                "-Dfeed.credentials=file:" + credentials,
                "-Dfeed.contracts=" + String.join(";", DefaultContracts.CODES),
                "-Danalytics.windows=5 s"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private Path capture() throws IOException {
    return Files.write(directory.resolve("day.txt"), DirtyDay.dirty(1, 4, 2_000).lines());
  }

  private String script(KisSimulator simulator) throws IOException {
    Path own = Files.createDirectories(directory.resolve("sql"));
    Path credentials =
        CredentialsText.file(own, "- app-key: any-app-key-of-sql\n  app-secret: any-app-secret\n");
    String table =
        """
        CREATE TABLE ticks (contract STRING, price BIGINT) WITH ('connector' = 'kis',
          'contracts' = 'A11610', 'websocket-url' = '%s', 'rest-url' = '%s',
          'credentials' = 'file:%s');
        SELECT contract, price FROM ticks;
        """;
    return Files.writeString(
            own.resolve("live.sql"),
            table.formatted(simulator.webSocketUri(), simulator.restUri(), credentials))
        .toString();
  }

  /** A port whose next one is free, too. */
  private static int freePorts() throws IOException {
    while (true) {
      try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          ServerSocket second = new ServerSocket()) {
        second.bind(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), first.getLocalPort() + 1));
        return first.getLocalPort();
      } catch (BindException e) {
        continue; // the next one is taken: another pair
      }
    }
  }
}
