package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a newcomer sees in the first seconds, without a results script. */
@Timeout(120)
class LiveTableITCase {
  @Test
  void theStatusLineIsAliveBeforeTheFirstBarAndTheTableFollows() {
    CommandRun run = CommandRun.of("demo", "--for", "25s");

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> status =
        run.err().lines().filter(line -> line.matches("\\d\\d:\\d\\d:\\d\\d  .*")).toList();
    assertThat(status).as("a line a second").hasSizeBetween(15, 26);
    assertThat(status)
        .anyMatch(
            line ->
                line.matches(
                    ".*  1/1 sessions up  next bar [0-9:]{8}  [\\d,]+ frames/s  last frame 0\\.\\d s"
                        + " ago  missed 0  rejected 0  joined late \\d+  10 contracts.*"))
        .anyMatch(line -> line.contains(" without a trade yet)"));
    assertThat(run.out().lines().toList())
        .anyMatch(line -> line.startsWith("contract  until "))
        .anyMatch(line -> line.matches("A11610 +[0-9:]{8} .* yes"))
        .last()
        .asString()
        .matches(
            "[\\d,]+ frames, .*; joined 10 contracts late \\([\\d,]+ contracts traded before\\)");
  }
}
