package io.github.kisfutures.cli;

import io.github.kisfutures.analytics.metrics.AnalyticsCounter;
import io.github.kisfutures.job.FeedCount;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What a job has done, for people.
 *
 * @param totals accumulators of the job
 * @param elapsed wall-clock time
 */
record Summary(Map<String, Object> totals, Duration elapsed) {

  long total(FeedCount count) {
    return total(count.accumulator());
  }

  long total(AnalyticsCounter count) {
    return total(count.metricName());
  }

  private long total(String accumulator) {
    return totals.get(accumulator) instanceof Number number ? number.longValue() : 0;
  }

  /** Trades a second. */
  long rate() {
    return total(FeedCount.RECORDS) * 1000 / Math.max(1, elapsed.toMillis());
  }

  /** All totals, one line. */
  String text() {
    return String.format(
        Locale.ROOT,
        "%,d frames, %,d trades, %,d duplicates, %,d gaps, %,d missed contracts, %,d rejected, "
            + "%,d late, %d.%03d seconds, %,d trades per second",
        total(FeedCount.FRAMES),
        total(AnalyticsCounter.TRADES),
        total(AnalyticsCounter.DUPLICATES),
        total(AnalyticsCounter.GAPS),
        total(AnalyticsCounter.MISSED_VOLUME),
        total(FeedCount.REJECTED),
        total(AnalyticsCounter.LATE),
        elapsed.toSeconds(),
        elapsed.toMillisPart(),
        rate());
  }
}
