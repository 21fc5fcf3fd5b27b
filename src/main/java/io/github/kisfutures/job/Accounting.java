package io.github.kisfutures.job;

import io.github.kisfutures.analytics.metrics.AnalyticsCounter;
import java.util.Locale;
import java.util.Map;

/**
 * Where everything that was read went: nothing is dropped unseen. Holds at the end of a bounded
 * job.
 *
 * @param frames data frames read
 * @param decoded frames whose records are trades
 * @param rejected frames in {@code rejected_frames}
 * @param records records of the decoded frames
 * @param ticks rows of {@code ticks}
 * @param duplicates records dropped because they are copies
 * @param leftOut records of contracts that were not asked for
 */
public record Accounting(
    long frames,
    long decoded,
    long rejected,
    long records,
    long ticks,
    long duplicates,
    long leftOut) {

  /** From the accumulators of a job. */
  public static Accounting of(Map<String, Object> totals) {
    return new Accounting(
        total(totals, FeedCount.FRAMES.accumulator()),
        total(totals, FeedCount.DECODED.accumulator()),
        total(totals, FeedCount.REJECTED.accumulator()),
        total(totals, FeedCount.RECORDS.accumulator()),
        total(totals, AnalyticsCounter.TRADES.metricName()),
        total(totals, AnalyticsCounter.DUPLICATES.metricName()),
        total(totals, FeedCount.LEFT_OUT.accumulator()));
  }

  private static long total(Map<String, Object> totals, String name) {
    return totals.get(name) instanceof Number number ? number.longValue() : 0;
  }

  /** Whether every frame and every record went somewhere, and once. */
  public boolean holds() {
    return frames == decoded + rejected && records == ticks + duplicates + leftOut;
  }

  /** The sum in a line, for people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%,d records = %,d ticks + %,d duplicates%s; %,d frames = %,d decoded + %,d rejected",
        records,
        ticks,
        duplicates,
        leftOut == 0 ? "" : String.format(Locale.ROOT, " + %,d of other contracts", leftOut),
        frames,
        decoded,
        rejected);
  }
}
