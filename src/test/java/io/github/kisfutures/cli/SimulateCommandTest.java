package io.github.kisfutures.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
  @TempDir Path directory;

  @Test
  void aWrongFaultScriptIsOneLine() throws Exception {
    Path script = directory.resolve("faults.yaml");
    Files.writeString(script, "- at: 1 s\n  what: drop\n- at: 2 s\n  what: half-opened\n");

    CommandRun.of("simulate", "--port", "0", "--faults", script.toString())
        .isWrongUsage(
            script
                + " line 3 (entry 2): there is no fault 'half-opened'; did you mean"
                + " 'half-open'?");
  }

  @Test
  void aMissingFaultScriptIsOneLine() {
    Path script = directory.resolve("nowhere.yaml");

    CommandRun.of("simulate", "--port", "0", "--faults", script.toString())
        .isWrongUsage("there is no fault script " + script);
  }

  @Test
  void anAddressThatIsNoneIsOneLine() {
    CommandRun.of("simulate", "--port", "0", "--bind", "256.0.0.1")
        .isWrongUsage("--bind: '256.0.0.1'");
  }

  @Test
  void aPortThatIsTakenIsOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      CommandRun.of("simulate", "--port", port)
          .isFailure("--port: cannot listen on loopback port " + port, "choose another");
    }
  }
}
