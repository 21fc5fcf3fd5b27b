package io.github.kisfutures.cli.screen;

import io.github.kisfutures.analytics.bars.WindowSizes;
import io.github.kisfutures.analytics.metrics.AnalyticsCounter;
import io.github.kisfutures.job.FeedCount;
import io.github.kisfutures.market.KoreaTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The status line of a live job: that it is alive, and what it waits for, also while no bar is due.
 * Looked at every second; remembers the look before, for rates.
 */
public final class LiveStatus {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(KoreaTime.ZONE);

  private final InstantSource clock;
  private final WindowSizes windows;
  private Instant lookedAt;
  private long frames;

  /** A line from now on. */
  public LiveStatus(InstantSource clock, WindowSizes windows) {
    this.clock = clock;
    this.windows = windows;
    this.lookedAt = clock.instant();
  }

  /** The line, in KST. */
  public String text(Summary soFar) {
    return text(FeedGauges.look(), soFar);
  }

  String text(FeedStatus feed, Summary soFar) {
    Instant now = clock.instant();
    if (feed.sessions() == 0) {
      return TIME.format(now) + "  starting";
    }
    return TIME.format(now)
        + String.format(Locale.ROOT, "  %d/%d sessions up", feed.connected(), feed.sessions())
        + "  next bar "
        + TIME.format(Instant.ofEpochMilli(windows.nextEnd(now.toEpochMilli())))
        + String.format(Locale.ROOT, "  %,d frames/s", rate(feed.frames(), now))
        + age(feed.lastFrameAgeMillis())
        + counts(soFar)
        + contracts(feed);
  }

  private static String age(long millis) {
    return String.format(
        Locale.ROOT, "  last frame %,d.%d s ago", millis / 1000, millis % 1000 / 100);
  }

  /** After a restart of a task its count begins anew. */
  private long rate(long framesNow, Instant now) {
    long millis = Math.max(1, now.toEpochMilli() - lookedAt.toEpochMilli());
    long rate = Math.max(0, framesNow - frames) * 1000 / millis;
    frames = framesNow;
    lookedAt = now;
    return rate;
  }

  private static String contracts(FeedStatus feed) {
    String all = String.format(Locale.ROOT, "  %,d contracts", feed.contracts());
    return feed.silent() == 0
        ? all
        : all + String.format(Locale.ROOT, " (%,d without a trade yet)", feed.silent());
  }

  private static String counts(Summary soFar) {
    return String.format(
        Locale.ROOT,
        "  missed %,d  rejected %,d  joined late %,d",
        soFar.missedVolume(),
        soFar.total(FeedCount.REJECTED),
        soFar.total(AnalyticsCounter.LATE_JOINS));
  }
}
