package io.github.kisfutures.source.reader;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.feed.CredentialsReference;
import io.github.kisfutures.feed.FeedSettings;
import io.github.kisfutures.source.split.SessionSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials that are not there: for good at the start, a matter of the machine later. */
class LiveSessionsTest {
  @TempDir Path directory;

  private void open(int restarts) throws IOException {
    LiveSessions sessions =
        new LiveSessions(
            FeedSettings.defaults(),
            CredentialsReference.file(directory.resolve("keys.yaml").toString()));
    sessions.open(new SessionSplit("session-1", 0, 0, List.of("111V06"), restarts), () -> {});
  }

  @Test
  void missingCredentialsEndAJobThatStarts() {
    assertThatThrownBy(() -> open(0))
        .isInstanceOf(FatalFeedException.class)
        .hasMessageContaining("keys.yaml");
  }

  @Test
  void aRestartedJobMayFindThemOnAnotherMachine() {
    assertThatThrownBy(() -> open(1))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(FatalFeedException.class)
        .hasMessageContaining("keys.yaml");
  }
}
