package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.analytics.metrics.AnalyticsCounter;
import io.github.kisfutures.analytics.metrics.Tally;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.util.Collector;

/** Where an operator's alerts go: counted, then on. */
final class AlertOutput {
  private final Tally raised;
  private final Tally cleared;

  AlertOutput(RuntimeContext context) {
    raised = AnalyticsCounter.ALERTS_RAISED.register(context);
    cleared = AnalyticsCounter.ALERTS_CLEARED.register(context);
  }

  Consumer<Alert> to(Collector<Alert> out) {
    return alert -> {
      (alert.state() == Alert.State.RAISED ? raised : cleared).add();
      out.collect(alert);
    };
  }
}
