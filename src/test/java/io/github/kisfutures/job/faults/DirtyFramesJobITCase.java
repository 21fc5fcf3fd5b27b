package io.github.kisfutures.job.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.reference.ReferenceRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Frames that are broken, doubled, late, wider, mixed or missing, through the whole job. */
@Timeout(180)
class DirtyFramesJobITCase {
  @TempDir Path directory;

  @Test
  void everyRowIsThatOfARecomputation() throws Exception {
    try (FaultyJob job =
        new FaultyJob(
            directory,
            80,
            "- {on: frame every 7, what: duplicate}",
            "- {on: frame every 11, what: reorder}",
            "- {on: frame every 13, what: lose}",
            "- {on: frame every 17, what: truncate}",
            "- {on: frame every 19, what: widen, fields: 3}",
            "- {on: frame every 23, what: mix}",
            "- {on: frame every 29, what: lose-record}",
            "- {on: frame every 31, what: fragment, parts: 5}")) {
      job.awaitSubscribed(FaultyJob.CONTRACTS.size());
      job.awaitFrames(400);
      job.stopTheMarket();

      ReferenceRun expected = job.assertRecomputed();
      assertThat(expected.continuity().duplicates()).isNotEmpty();
      assertThat(expected.capture().rejected()).isNotEmpty();
      assertThat(expected.gaps()).anyMatch(gap -> "UNKNOWN".equals(gap.get("cause")));
      assertThat(job.simulator.connectionsAccepted()).isEqualTo(1);
    }
  }
}
