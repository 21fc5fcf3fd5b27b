package io.github.kisfutures.analytics.alerts;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * How far the rules are with the contract that is the current key, by the rule's name. What belongs
 * to a rule that was changed or removed ends here: an alert that is open is cleared.
 */
record ContractProgress(MapState<String, AlertProgress> state, String contract) {

  static MapStateDescriptor<String, AlertProgress> descriptor(String name) {
    return new MapStateDescriptor<>(name, Types.STRING, AlertProgressSerializer.TYPE);
  }

  /**
   * How far a rule is; null if there is nothing to remember.
   *
   * @param nowMillis event time, if the rule of that name was another one until now
   */
  @Nullable AlertProgress get(AlertRule rule, long nowMillis, Consumer<Alert> alerts)
      throws Exception {
    AlertProgress progress = state.get(rule.name());
    if (progress == null || progress.rule().equals(rule)) {
      return progress;
    }
    end(progress, nowMillis, alerts);
    state.remove(rule.name());
    return null;
  }

  /** Keeps how far a rule is. */
  void put(AlertProgress progress) throws Exception {
    if (progress.isBlank()) {
      state.remove(progress.rule().name());
    } else {
      state.put(progress.rule().name(), progress);
    }
  }

  /** Ends what belongs to no rule any more. */
  void retain(AlertRules rules, long nowMillis, Consumer<Alert> alerts) throws Exception {
    for (Iterator<Map.Entry<String, AlertProgress>> all = state.iterator(); all.hasNext(); ) {
      AlertProgress progress = all.next().getValue();
      if (!rules.contains(progress.rule())) {
        end(progress, nowMillis, alerts);
        all.remove();
      }
    }
  }

  private void end(AlertProgress progress, long nowMillis, Consumer<Alert> alerts) {
    Long raisedAt = progress.raisedAtMillis();
    if (raisedAt == null) {
      return;
    }
    AlertRule rule = progress.rule();
    alerts.accept(
        new Alert(
            rule.name(),
            contract,
            Alert.State.CLEARED,
            rule.severity(),
            rule.metric(),
            null,
            rule.threshold(),
            raisedAt,
            Math.max(progress.seenAtMillis(), Math.max(raisedAt, nowMillis)),
            contract + ": no longer watched, the rule or the list of contracts was changed"));
  }
}
