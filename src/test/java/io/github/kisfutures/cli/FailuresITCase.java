package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures at a start are one line and exit code 1, soon. */
@Timeout(60)
class FailuresITCase {
  private static final SimulatedAccount STRANGER =
      new SimulatedAccount("PSTRANGER0000000000000000000000000000", "a-secret-nobody-knows");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"run", "capture --to frames"})
  void aRefusedAppKey(String command) throws IOException {
    try (KisSimulator simulator = simulator()) {
      CommandRun run =
          command(command, simulator.restUri().toString(), simulator.webSocketUri().toString());

      run.isFailure("App key number 1", "EGW00103", "check the app key and its secret");
      assertThat(run.err()).doesNotContain(STRANGER.appKey(), STRANGER.appSecret());
    }
  }

  /** As with {@code flink run}, where nothing is asked before the job runs. */
  @Test
  void aKeyRefusedWithinTheJobEndsItForGood() throws Exception {
    try (KisSimulator simulator = simulator()) {
      Map<String, String> options =
          LiveJob.options(simulator, directory, List.of("111V06"), STRANGER);
      AtomicReference<CompletableFuture<Throwable>> end = new AtomicReference<>();
      LiveJob job = LiveJob.start(LiveJob.settings(options));
      job.with(
          client -> end.set(client.getJobExecutionResult().handle((result, thrown) -> thrown)));

      assertThat(FailureMessage.of(end.get().get(40, TimeUnit.SECONDS)))
          .startsWith("The approval endpoint ")
          .contains("EGW00103", "check the app key and its secret")
          .doesNotContain(STRANGER.appKey(), STRANGER.appSecret());
    }
  }

  @Test
  void anUnknownHost() throws IOException {
    command("run", "http://no-such-host.invalid:1", "ws://127.0.0.1:1")
        .isFailure("feed.rest-url", "no-such-host.invalid", "not known");
  }

  @Test
  void nobodyListensForApprovals() throws IOException {
    command("run", "http://127.0.0.1:" + closedPort(), "ws://127.0.0.1:1")
        .isFailure("feed.rest-url", "127.0.0.1", "nobody answers");
  }

  @Test
  void nobodyListensForWebSockets() throws IOException {
    try (KisSimulator simulator = simulator()) {
      command("run", simulator.restUri().toString(), "ws://127.0.0.1:" + closedPort())
          .isFailure("feed.websocket-url", "127.0.0.1", "nobody answers");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "capture --to frames"})
  void swappedAddresses(String command) throws IOException {
    try (KisSimulator simulator = simulator()) {
      command(
              command,
              "http://" + simulator.webSocketUri().getAuthority(),
              "ws://" + simulator.restUri().getAuthority())
          .isWrongUsage("feed.websocket-url", "no WebSocket server", "404", "feed.rest-url?");
    }
  }

  @Test
  void aWebSocketPortInPlaceOfTheApprovalEndpoint() throws IOException {
    try (KisSimulator simulator = simulator()) {
      command(
              "run",
              "http://" + simulator.webSocketUri().getAuthority(),
              simulator.webSocketUri().toString())
          .isWrongUsage("feed.rest-url", "answered 404", "is feed.rest-url right?");
    }
  }

  @Test
  void aWrongPathToTheApprovalEndpoint() throws IOException {
    try (KisSimulator simulator = simulator()) {
      command("run", simulator.restUri() + "/oauth2", simulator.webSocketUri().toString())
          .isWrongUsage("feed.rest-url", "answered 404", "is feed.rest-url right?");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"220 mail.example ready\r\n", ""})
  void anApprovalEndpointThatIsNoHttpServer(String greeting) throws IOException {
    try (KisSimulator simulator = simulator();
        ServerSocket stranger = greeting(greeting)) {
      command(
              "run",
              "http://127.0.0.1:" + stranger.getLocalPort(),
              simulator.webSocketUri().toString())
          .isWrongUsage("feed.rest-url", "does not speak HTTP;", "is feed.rest-url right?");
    }
  }

  @Test
  void aWebSocketAddressThatIsNoHttpServer() throws IOException {
    try (KisSimulator simulator = simulator();
        ServerSocket stranger = greeting("220 mail.example ready\r\n\r\n")) {
      command("run", simulator.restUri().toString(), "ws://127.0.0.1:" + stranger.getLocalPort())
          .isWrongUsage("feed.websocket-url", "no WebSocket server");
    }
  }

  /** A server that answers every connection with a text and its end. */
  private static ServerSocket greeting(String text) throws IOException {
    ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread answering =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                  client.getInputStream().read(new byte[4096]);
                  client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                  // the client does not like the answer, or the test has ended
                }
              }
            });
    answering.setDaemon(true);
    answering.start();
    return server;
  }

  private static KisSimulator simulator() {
    return KisSimulator.withoutMarket(SimulatorSettings.defaults()).start();
  }

  private CommandRun command(String command, String restUrl, String webSocketUrl)
      throws IOException {
    List<String> args = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      args.add(word.equals("frames") ? directory.resolve(word).toString() : word);
    }
    args.add("-Dfeed.rest-url=" + restUrl);
    args.add("-Dfeed.websocket-url=" + webSocketUrl);
    args.add("-Dfeed.credentials=file:" + CredentialsText.file(directory, STRANGER));
    args.add("-Dfeed.contracts=111V06");
    return CommandRun.of(args.toArray(String[]::new));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
