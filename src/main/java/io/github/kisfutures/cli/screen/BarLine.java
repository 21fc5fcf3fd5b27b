package io.github.kisfutures.cli.screen;

import static io.github.kisfutures.analytics.bars.BarColumns.*;

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
        bar.get(CLOSE),
        bar.get(PRICE_CHANGE),
        text(bar.orNull(VWAP)),
        bar.get(VOLUME),
        text(bar.orNull(BASIS_CLOSE)),
        text(bar.orNull(BASIS_DRIFT)),
        text(bar.orNull(OI_CLOSE)),
        text(bar.orNull(OI_CHANGE)),
        text(bar.orNull(OI_SIGNAL)),
        bar.get(COMPLETE) ? "yes" : "no, " + bar.get(MISSED_VOLUME) + " missed");
  }

  private static String text(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }
}
