package io.github.kisfutures.cli;

import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.market.KoreaTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A bar as one line of fixed columns. */
final class BarLine {
  static final String HEADING =
      String.format(
          "%-9s %-8s %9s %7s %14s %7s %9s %8s %9s %7s %-16s %s",
          "contract",
          "until",
          "close",
          "change",
          "vwap",
          "volume",
          "basis",
          "drift",
          "open int",
          "oi chg",
          "signal",
          "complete");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(KoreaTime.ZONE);

  private BarLine() {}

  static String of(Bar bar) {
    return String.format(
        Locale.ROOT,
        "%-9s %-8s %,9d %+7d %14s %7d %9s %8s %9s %7s %-16s %s",
        bar.contract(),
        TIME.format(bar.windowEnd()),
        bar.close(),
        bar.priceChange(),
        text(bar.vwap()),
        bar.volume(),
        text(bar.basisClose()),
        text(bar.basisDrift()),
        text(bar.oiClose()),
        text(bar.oiChange()),
        text(bar.oiSignal()),
        bar.complete() ? "yes" : "no, " + bar.missedVolume() + " missed");
  }

  private static String text(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }
}
