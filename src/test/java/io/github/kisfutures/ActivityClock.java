package io.github.kisfutures;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.RelativeClock;

/**
 * What Flink gives a watermark generator, with an activity clock that the test turns.
 *
 * @param millis time in which the source was not held up
 */
public record ActivityClock(LongSupplier millis)
    implements WatermarkGeneratorSupplier.Context, RelativeClock {
  @Override
  public MetricGroup getMetricGroup() {
    return UnregisteredMetricsGroup.createOperatorMetricGroup();
  }

  @Override
  public RelativeClock getInputActivityClock() {
    return this;
  }

  @Override
  public long relativeTimeMillis() {
    return millis.getAsLong();
  }

  @Override
  public long relativeTimeNanos() {
    return TimeUnit.MILLISECONDS.toNanos(millis.getAsLong());
  }
}
