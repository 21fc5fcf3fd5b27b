package io.github.kisfutures.analytics.bars;

import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.util.TimeUtils;

/**
 * The sizes of the tumbling windows, checked: whole seconds from 1 s to 24 h, none twice ({@code
 * docs/numbers.md}, "Bars"). Immutable.
 */
public final class WindowSizes implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ADVICE = ": give whole seconds from 1 s to 24 h, as 1 min";
  private static final Duration LONGEST = Duration.ofDays(1);

  private final long[] millis;

  private WindowSizes(long[] millis) {
    this.millis = millis;
  }

  /**
   * The sizes of the option {@code analytics.windows}.
   *
   * @throws IllegalArgumentException if there is none, or one is not allowed; a sentence for people
   */
  public static WindowSizes of(List<Duration> windows) {
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("analytics.windows is empty" + ADVICE);
    }
    long[] millis = new long[windows.size()];
    for (int i = 0; i < millis.length; i++) {
      millis[i] = check(windows.get(i));
    }
    if (Arrays.stream(millis).distinct().count() < millis.length) {
      throw new IllegalArgumentException(
          "analytics.windows lists a size twice (" + windows + "): give each size once");
    }
    return new WindowSizes(millis);
  }

  private static long check(Duration window) {
    if (window.isNegative() || window.isZero() || window.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "analytics.windows has a window of " + text(window) + ADVICE);
    }
    if (!window.truncatedTo(ChronoUnit.SECONDS).equals(window)) {
      throw new IllegalArgumentException(
          "analytics.windows has a window of "
              + text(window)
              + ", which is not a whole number of seconds"
              + ADVICE);
    }
    return window.toMillis();
  }

  private static String text(Duration window) {
    return window.isNegative() ? window.toString() : TimeUtils.formatWithHighestUnit(window);
  }

  /** How many sizes there are. */
  int count() {
    return millis.length;
  }

  /**
   * When the next window of any size ends that is open at an instant; both in milliseconds since
   * the epoch.
   */
  public long nextEnd(long now) {
    return Arrays.stream(millis)
        .map(size -> KstTumblingWindows.start(now, size) + size)
        .min()
        .orElseThrow();
  }

  /** A size in milliseconds. */
  long millis(int index) {
    return millis[index];
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (long size : millis) {
      text.append(text.isEmpty() ? "" : ", ").append(text(Duration.ofMillis(size)));
    }
    return text.toString();
  }
}
