package io.github.kisfutures.analytics.alerts;

import java.io.Serializable;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a subtask goes by: those the job was started with, until others are broadcast. A
 * job that fails goes on with what was broadcast last. One that is started anew from a savepoint
 * takes the rules it is started with, if they are not those that the saved job had been started
 * with.
 */
final class RulesInForce implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The broadcast state. */
  static final MapStateDescriptor<String, AlertRules> STATE =
      new MapStateDescriptor<>("alert-rules", Types.STRING, AlertRulesSerializer.TYPE);

  private static final String STARTED_WITH = "started-with";
  private static final String CHANGED_TO = "changed-to";

  private final AlertRules startedWith;
  private transient @Nullable AlertRules current;

  RulesInForce(AlertRules startedWith) {
    this.startedWith = startedWith;
  }

  AlertRules get(ReadOnlyBroadcastState<String, AlertRules> state) throws Exception {
    AlertRules rules = current;
    if (rules == null) {
      AlertRules changed = state.get(CHANGED_TO);
      rules =
          changed != null && startedWith.equals(state.get(STARTED_WITH)) ? changed : startedWith;
      current = rules;
    }
    return rules;
  }

  void change(BroadcastState<String, AlertRules> state, AlertRules rules) throws Exception {
    state.put(STARTED_WITH, startedWith);
    state.put(CHANGED_TO, rules);
    current = rules;
  }
}
