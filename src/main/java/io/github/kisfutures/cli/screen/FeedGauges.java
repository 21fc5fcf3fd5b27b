package io.github.kisfutures.cli.screen;

import io.github.kisfutures.source.metrics.SessionMetric;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongBinaryOperator;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.jspecify.annotations.Nullable;

/**
 * The sessions' metrics as the status line reads them: a metric reporter inside the embedded
 * cluster, so that it is alive when no trade comes, and tells what Prometheus would be told.
 */
public final class FeedGauges implements MetricReporter {
  private static final String NAME = "screen";
  private static final Map<String, SessionMetric> BY_NAME = byName();

  /** Of the cluster of this JVM: there is one at a time. */
  private static final Map<Metric, Key> REGISTERED = new ConcurrentHashMap<>();

  /** One metric of one session, and for some of one contract. */
  private record Key(SessionMetric metric, String session, @Nullable String contract) {}

  /** For Flink, which finds it by {@code META-INF/services}. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(java.util.Properties properties) {
      return new FeedGauges();
    }
  }

  /** Has an embedded cluster report to here, beside the user's reporters. */
  public static void enable(Configuration cluster) {
    REGISTERED.clear();
    cluster.setString("metrics.reporter." + NAME + ".factory.class", Factory.class.getName());
    String others = cluster.get(MetricOptions.REPORTERS_LIST);
    if (others != null) {
      cluster.set(MetricOptions.REPORTERS_LIST, others + "," + NAME);
    }
  }

  @Override
  public void open(MetricConfig config) {
    // nothing to prepare
  }

  @Override
  public void close() {
    REGISTERED.clear();
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String metricName, MetricGroup group) {
    SessionMetric known = BY_NAME.get(metricName);
    String session = variable(group, SessionMetric.SESSION);
    if (known != null && session != null && metric instanceof Gauge) {
      REGISTERED.put(metric, new Key(known, session, variable(group, SessionMetric.CONTRACT)));
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String metricName, MetricGroup group) {
    REGISTERED.remove(metric);
  }

  /** What the sessions say now. */
  static FeedStatus look() {
    return new FeedStatus(
        count(SessionMetric.CONNECTED),
        (int) fold(SessionMetric.CONNECTED, 0, Long::sum),
        fold(SessionMetric.FRAMES_RECEIVED, 0, Long::sum),
        fold(SessionMetric.LAST_FRAME_AGE, Long.MAX_VALUE, Math::min),
        byContract().size(),
        (int) byContract().values().stream().filter(trades -> trades == 0).count());
  }

  private static int count(SessionMetric metric) {
    return (int) REGISTERED.values().stream().filter(key -> key.metric == metric).count();
  }

  private static long fold(SessionMetric metric, long start, LongBinaryOperator operator) {
    long result = start;
    for (Map.Entry<Metric, Key> registered : REGISTERED.entrySet()) {
      if (registered.getValue().metric == metric) {
        result = operator.applyAsLong(result, value(registered.getKey()));
      }
    }
    return result;
  }

  /** Trades received per contract, over the sessions that carry it. */
  private static Map<String, Long> byContract() {
    Map<String, Long> trades = new HashMap<>();
    REGISTERED.forEach(
        (metric, key) -> {
          if (key.metric == SessionMetric.TRADES_RECEIVED && key.contract != null) {
            trades.merge(key.contract, value(metric), Long::sum);
          }
        });
    return trades;
  }

  private static long value(Metric metric) {
    if (metric instanceof Gauge<?> gauge && gauge.getValue() instanceof Number number) {
      return number.longValue();
    }
    return metric instanceof Counter counter ? counter.getCount() : 0;
  }

  private static @Nullable String variable(MetricGroup group, String name) {
    return group.getAllVariables().get("<" + name + ">");
  }

  private static Map<String, SessionMetric> byName() {
    Map<String, SessionMetric> names = new HashMap<>();
    for (SessionMetric metric : SessionMetric.values()) {
      names.put(metric.metricName(), metric);
    }
    return names;
  }
}
