package io.github.kisfutures.analytics.metrics;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * A count that is shown as a whole and, as a metric under the variable {@code session}, for each
 * session whose trades have been seen.
 */
public final class SessionTallies {
  /** Variable of a session's group; the source uses the same. */
  public static final String SESSION = "session";

  private final Tally whole;
  private final MetricGroup group;
  private final String metricName;
  private final Map<String, Counter> bySession = new HashMap<>();

  private SessionTallies(Tally whole, MetricGroup group, String metricName) {
    this.whole = whole;
    this.group = group;
    this.metricName = metricName;
  }

  /** Registers the whole count with an operator. */
  public static SessionTallies register(AnalyticsCounter counter, RuntimeContext context) {
    return new SessionTallies(
        counter.register(context), context.getMetricGroup(), counter.metricName());
  }

  /** Shows a session from now on, with 0 if nothing was counted for it. */
  public void show(String session) {
    counterOf(session);
  }

  /** Counts {@code amount} for a session. */
  public void add(String session, long amount) {
    whole.add(amount);
    counterOf(session).inc(amount);
  }

  private Counter counterOf(String session) {
    return bySession.computeIfAbsent(
        session, name -> group.addGroup(SESSION, name).counter(metricName, new Sum()));
  }
}
