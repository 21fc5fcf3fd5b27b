package io.github.kisfutures.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.FilesInUse;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** App key, app secret and approval keys are nowhere to be seen, whatever happens. */
@Timeout(120)
class SecretsITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> CONTRACTS = List.of("A11610", "A50607");
  private static final SimulatedAccount ACCOUNT =
      new SimulatedAccount("PLEAKTEST0123456789abcdefghijklmnopq", "leak/test+secret==0123456789");

  @TempDir Path directory;

  @Test
  void noSecretIsInLogsWebUiResultsOrCheckpoints() throws Exception {
    Map<String, String> seen = new LinkedHashMap<>();
    List<String> secrets = new ArrayList<>(List.of(ACCOUNT.appKey(), ACCOUNT.appSecret()));
    SimulatorSettings server = SimulatorSettings.defaults().withAccounts(List.of(ACCOUNT));
    int port = freePort();
    try (RecordedLog log = new RecordedLog();
        KisSimulator simulator =
            KisSimulator.withMarket(server, new MarketSettings(CONTRACTS, 50, 7)).start()) {
      try (LiveJob job = LiveJob.start(LiveJob.settings(options(simulator, port)))) {
        awaitSubscribed(simulator);
        String firstKey = simulator.approvalKeys().get(0);
        simulator.pushFrame("invalid approval : " + firstKey);
        simulator.pushFrame("0|H0ZFCNT0|001|{\"approval_key\":\"" + firstKey + "\"}");
        simulator.pushFrame(
            "0|H0ZFCNT0|001|A11610^" + ACCOUNT.appKey() + "^" + ACCOUNT.appSecret());
        Eventually.await(
            "the frames were read before the cut", PATIENCE, () -> job.total("rejected") >= 3);
        simulator.revokeApprovals();
        simulator.dropConnections();
        Eventually.await(
            "a new approval key", PATIENCE, () -> simulator.approvalKeys().size() >= 2);
        awaitSubscribed(simulator);
        awaitRow("feed_events", "OPSP0011");
        awaitRow("feed_events", "RESUMED");
        awaitRow("rejected_frames", "[redacted]");
        Eventually.await(
            "a checkpoint",
            PATIENCE,
            () -> !FilesInUse.below(directory.resolve("checkpoints")).isEmpty());
        seen.putAll(new FlinkRest(port).answers());
        assertThat(job.total("records")).isPositive();
      }
      secrets.addAll(simulator.approvalKeys());
      seen.put("log", log.text());
    }
    seen.putAll(contents("results"));
    seen.putAll(contents("checkpoints"));

    assertSomethingWasSeen(seen);
    for (String secret : secrets) {
      seen.forEach(
          (where, text) -> assertThat(text.contains(secret)).as("a secret in %s", where).isFalse());
    }
  }

  /** Else the test could pass on nothing. */
  private static void assertSomethingWasSeen(Map<String, String> seen) {
    assertThat(seen.get("log"))
        .contains("DEBUG ", "INFO ")
        .contains("Session session-1: APPROVAL_FAILED: ", "invalid approval : [redacted]")
        .contains("Session session-1: RESUMED: ")
        .contains("Completed checkpoint ");
    assertThat(seen.keySet())
        .anyMatch(name -> name.endsWith("_metadata"))
        .anyMatch(name -> name.contains("/rejected_frames/"))
        .anyMatch(name -> name.contains("/feed_events/"))
        .anyMatch(name -> name.contains("/ticks/"));
    assertThat(seen.values())
        .as("configuration in the web UI: the reference stands there, so the answers are real")
        .anyMatch(text -> text.contains("KIS feed"))
        .anyMatch(text -> text.contains("session-1") || text.contains("feed.credentials"));
    assertThat(seen).hasSizeGreaterThan(30);
  }

  private Map<String, String> options(KisSimulator simulator, int port) throws IOException {
    Map<String, String> options = LiveJob.options(simulator, directory, CONTRACTS, ACCOUNT);
    options.put("feed.reconnect.in-use-delay", "1 s");
    options.put("rest.port", Integer.toString(port));
    options.put("rest.bind-port", Integer.toString(port));
    options.put("rest.address", "127.0.0.1");
    options.put("execution.checkpointing.dir", directory.resolve("checkpoints").toUri().toString());
    options.put(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    return options;
  }

  private static void awaitSubscribed(KisSimulator simulator) {
    Eventually.await(
        "all contracts subscribed",
        PATIENCE,
        () ->
            simulator.subscriptions().values().stream()
                .anyMatch(s -> s.size() == CONTRACTS.size()));
  }

  private void awaitRow(String table, String text) {
    Eventually.await(
        text + " in " + table,
        PATIENCE,
        () -> contents("results/" + table).values().stream().anyMatch(t -> t.contains(text)));
  }

  private Map<String, String> contents(String name) {
    Map<String, String> contents = new LinkedHashMap<>();
    for (Path file : FilesInUse.below(directory.resolve(name))) {
      try {
        contents.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        contents.put(file.toString(), ""); // renamed meanwhile
      }
    }
    return contents;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
