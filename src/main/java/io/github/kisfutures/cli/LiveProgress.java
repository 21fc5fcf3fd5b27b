package io.github.kisfutures.cli;

import io.github.kisfutures.analytics.bars.WindowSizes;
import io.github.kisfutures.cli.screen.LiveStatus;
import io.github.kisfutures.cli.screen.StatusDisplay;
import io.github.kisfutures.cli.screen.Summary;
import io.github.kisfutures.job.options.JobSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Follows a live job: its status line every second, and its totals at the end. */
final class LiveProgress {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final StatusDisplay display;
  private final PrintStream out;
  private final LiveStatus status;
  private final Stopwatch watch;

  /**
   * Of a job that is about to start.
   *
   * @param out where the totals go
   */
  LiveProgress(JobSettings settings, StatusDisplay display, PrintStream out) {
    InstantSource clock = InstantSource.system();
    this.display = display;
    this.out = out;
    this.status = new LiveStatus(clock, WindowSizes.of(settings.analytics().windows()));
    this.watch = Stopwatch.start(clock);
  }

  /** Returns when the job has ended, true, or the time is up, false. */
  boolean follow(RunningJob job, Duration time) throws Exception {
    while (true) {
      Duration left = time.minus(watch.elapsed());
      if (left.isNegative()) {
        return false;
      }
      if (job.await(left.compareTo(LOOK) < 0 ? left : LOOK)) {
        return true;
      }
      if (!job.isStopped()) {
        display.show(status.text(new Summary(job.totals(), watch.elapsed())));
      }
    }
  }

  /** Tells the totals. */
  void end(Map<String, Object> totals) {
    display.end();
    out.println(new Summary(totals, watch.elapsed()).text());
  }
}
