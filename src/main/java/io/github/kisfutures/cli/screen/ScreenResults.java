package io.github.kisfutures.cli.screen;

import io.github.kisfutures.analytics.alerts.Alert;
import io.github.kisfutures.analytics.continuity.Gap;
import io.github.kisfutures.analytics.continuity.GapCause;
import io.github.kisfutures.job.JobStreams;
import io.github.kisfutures.market.KoreaTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What of the job's streams is shown on the screen: bars, alerts and losses. */
public final class ScreenResults {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(KoreaTime.ZONE);

  private ScreenResults() {}

  /** Sends the streams to a screen; it takes the place of a results script. */
  public static void attach(JobStreams streams, LiveScreen screen) {
    ScreenSink.attach(streams.bars(), screen, "bars", LiveScreen::bar);
    ScreenSink.attach(streams.alerts(), screen, "alerts", (on, alert) -> on.notice(text(alert)));
    ScreenSink.attach(streams.gaps(), screen, "gaps", ScreenResults::show);
  }

  /** To join late is no loss, and the status line counts it. */
  private static void show(LiveScreen screen, Gap gap) {
    if (gap.cause() != GapCause.LATE_JOIN) {
      screen.notice(text(gap));
    }
  }

  static String text(Alert alert) {
    return String.format(
        Locale.ROOT,
        "%s  %s %s %s: %s",
        TIME.format(Instant.ofEpochMilli(alert.atMillis())),
        alert.severity().word().toUpperCase(Locale.ROOT),
        alert.state(),
        alert.rule(),
        alert.message());
  }

  static String text(Gap gap) {
    return String.format(
        Locale.ROOT,
        "%s  GAP %s: %,d contracts missed, %,d won (%s)",
        TIME.format(gap.timeAfter()),
        gap.contract(),
        gap.missedVolume(),
        gap.missedValue(),
        gap.cause());
  }
}
