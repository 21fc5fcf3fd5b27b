package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.analytics.bars.Bar;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Holds the bars of each contract against the rules in force ({@link BarRule}). */
final class BarAlertFunction extends KeyedBroadcastProcessFunction<String, Bar, AlertRules, Alert> {
  private static final long serialVersionUID = 1L;

  static final MapStateDescriptor<String, AlertProgress> PROGRESS =
      ContractProgress.descriptor("bar-alerts");

  private final RulesInForce rulesInForce;
  private transient MapState<String, AlertProgress> progress;
  private transient AlertOutput output;

  BarAlertFunction(AlertRules startedWith) {
    rulesInForce = new RulesInForce(startedWith);
  }

  @Override
  public void open(OpenContext context) {
    progress = getRuntimeContext().getMapState(PROGRESS);
    output = new AlertOutput(getRuntimeContext());
  }

  @Override
  public void processElement(Bar bar, ReadOnlyContext context, Collector<Alert> out)
      throws Exception {
    Consumer<Alert> alerts = output.to(out);
    ContractProgress ofContract = new ContractProgress(progress, bar.contract());
    long now = bar.windowEnd().toEpochMilli();
    for (AlertRule rule : rulesInForce.get(context.getBroadcastState(RulesInForce.STATE)).rules()) {
      if (BarRule.watches(rule, bar)) {
        ofContract.put(BarRule.next(rule, ofContract.get(rule, now, alerts), bar, alerts));
      }
    }
  }

  @Override
  public void processBroadcastElement(AlertRules rules, Context context, Collector<Alert> out)
      throws Exception {
    rulesInForce.change(context.getBroadcastState(RulesInForce.STATE), rules);
    Consumer<Alert> alerts = output.to(out);
    long now = context.currentWatermark();
    context.applyToKeyedState(
        PROGRESS,
        (contract, state) -> new ContractProgress(state, contract).retain(rules, now, alerts));
  }
}
