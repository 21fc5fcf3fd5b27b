package io.github.kisfutures.cli.screen;

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
public record Summary(Map<String, Object> totals, Duration elapsed) {

  /** A total of the feed. */
  public long total(FeedCount count) {
    return total(count.accumulator());
  }

  /** A total of the analytics. */
  public long total(AnalyticsCounter count) {
    return total(count.metricName());
  }

  private long total(String accumulator) {
    return totals.get(accumulator) instanceof Number number ? number.longValue() : 0;
  }

  /** Trades a second. */
  public long rate() {
    return total(FeedCount.RECORDS) * 1000 / Math.max(1, elapsed.toMillis());
  }

  /** Holes, but those before the first trade seen of a contract: to join late is no loss. */
  public long gaps() {
    return total(AnalyticsCounter.GAPS) - total(AnalyticsCounter.LATE_JOINS);
  }

  /** Contracts in those holes. */
  public long missedVolume() {
    return total(AnalyticsCounter.MISSED_VOLUME) - total(AnalyticsCounter.LATE_JOINED_VOLUME);
  }

  /** All totals, one line. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%,d frames, %,d trades, %,d duplicates, %,d gaps, %,d missed contracts, %,d rejected, "
            + "%,d late, %d.%03d seconds, %,d trades per second%s",
        total(FeedCount.FRAMES),
        total(AnalyticsCounter.TRADES),
        total(AnalyticsCounter.DUPLICATES),
        gaps(),
        missedVolume(),
        total(FeedCount.REJECTED),
        total(AnalyticsCounter.LATE),
        elapsed.toSeconds(),
        elapsed.toMillisPart(),
        rate(),
        joined());
  }

  private String joined() {
    long contracts = total(AnalyticsCounter.LATE_JOINS);
    return contracts == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "; joined %,d contracts late (%,d contracts traded before)",
            contracts,
            total(AnalyticsCounter.LATE_JOINED_VOLUME));
  }
}
