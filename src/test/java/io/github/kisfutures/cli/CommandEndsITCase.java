package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However an embedded command ends, it ends, says why, and leaves nothing behind. */
@Timeout(240)
class CommandEndsITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern WEB_UI = Pattern.compile("Flink UI: (http://\\S+)");

  @TempDir Path directory;

  @Test
  void whatAKilledOneLeavesTheNextOneClears() throws Exception {
    try (CommandProcess command = running()) {
      command.kill();
    }
    assertThat(CommandProcess.temporary(directory)).isNotEmptyDirectory();

    try (CommandProcess next = CommandProcess.start(directory, "demo", "--for", "1s")) {
      assertThat(next.await()).as(next.err()).isZero();
    }
    assertThat(CommandProcess.temporary(directory)).isEmptyDirectory();
  }

  @Test
  void aClusterThatIsGoneEndsTheProcessWithOneLine() throws Exception {
    try (CommandProcess command = running()) {
      Matcher webUi = WEB_UI.matcher(command.out());
      assertThat(webUi.find()).isTrue();
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(webUi.group(1) + "/cluster")).DELETE().build(),
              HttpResponse.BodyHandlers.discarding());

      assertThat(command.await()).isEqualTo(KisFutures.FAILED);
      List<String> ours =
          command.err().lines().filter(line -> line.startsWith("kis-futures: ")).toList();
      assertThat(ours).containsExactly("kis-futures: the embedded Flink cluster was shut down");
    }
    assertThat(CommandProcess.temporary(directory)).isEmptyDirectory();
  }

  /** A demo that shows its first bar. */
  private CommandProcess running() throws IOException {
    CommandProcess command = CommandProcess.start(directory, "demo");
    Eventually.await(
        "a bar; stderr: " + command.err(), PATIENCE, () -> command.out().lines().count() > 3);
    return command;
  }
}
