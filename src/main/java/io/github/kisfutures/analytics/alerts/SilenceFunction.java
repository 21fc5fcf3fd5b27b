package io.github.kisfutures.analytics.alerts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises an alert where a contract has not traded for longer than a rule tolerates, and clears it
 * with the next trade. Event time, and live the clock behind it ({@code docs/numbers.md},
 * "Watermark"), says how late it is; the end of a capture is no silence, nor is the time for which
 * a live job was down: what was traded then is a gap.
 */
final class SilenceFunction
    extends KeyedBroadcastProcessFunction<String, ContractSign, AlertRules, Alert>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  static final MapStateDescriptor<String, AlertProgress> PROGRESS =
      ContractProgress.descriptor("silence-alerts");

  /** Rules that are changed while a contract is silent are noticed after this long. */
  private static final long LOOKED_AT_EVERY = Duration.ofMinutes(1).toMillis();

  private final RulesInForce rulesInForce;
  private final TreeSet<String> contracts;
  private final boolean live;
  private transient MapState<String, AlertProgress> progress;
  private transient ValueState<SilenceWatch> watch;
  private transient AlertOutput output;
  private transient boolean restored;

  /** Event time at which a restored live job went on; until it is known, or else, the least. */
  private transient long resumedAtMillis;

  /**
   * Watches contracts.
   *
   * @param contracts those that the feed is asked for, so that one that is no longer asked for is
   *     not missed; empty for all that are seen
   * @param live whether trades are made while the job is down
   */
  SilenceFunction(AlertRules startedWith, Set<String> contracts, boolean live) {
    this.live = live;
    this.rulesInForce = new RulesInForce(startedWith);
    this.contracts = new TreeSet<>(contracts);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {
    restored = live && context.isRestored();
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    // all state is Flink's
  }

  @Override
  public void open(OpenContext context) {
    resumedAtMillis = Long.MIN_VALUE;
    progress = getRuntimeContext().getMapState(PROGRESS);
    watch =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("silence-watch", SilenceWatchSerializer.TYPE));
    output = new AlertOutput(getRuntimeContext());
  }

  @Override
  public void processElement(ContractSign sign, ReadOnlyContext context, Collector<Alert> out)
      throws Exception {
    if (!isWatched(sign.contract())) {
      return;
    }
    Watching watching = watching(sign.contract(), context, output.to(out));
    SilenceWatch known = watch.value();
    if (known == null) {
      SilenceWatch begun =
          new SilenceWatch(sign.atMillis(), sign.traded(), ContinuousSession.NEVER, List.of());
      look(begun, begun.checkAtMillis(), watching, context.timerService());
    } else if (sign.traded()) {
      TimerService timers = context.timerService();
      SilenceWatch after = traded(resumed(known, timers), sign, watching);
      look(after, known.checkAtMillis(), watching, timers);
    }
  }

  /** A trade takes its place in event time; one that is late takes it at the watermark. */
  private SilenceWatch traded(SilenceWatch known, ContractSign sign, Watching watching)
      throws Exception {
    long at = sign.atMillis();
    if (!known.traded() && at <= known.sinceMillis()) {
      clear(watching, at); // its time has whole seconds, the registration's has not
      return known.since(at);
    }
    SilenceWatch reached = advance(known, sign.watermarkMillis(), watching);
    if (at <= reached.sinceMillis()) {
      return reached;
    }
    if (at > sign.watermarkMillis()) {
      return reached.withAhead(at);
    }
    clear(watching, at);
    return reached.since(at);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    TimerService timers = context.timerService();
    SilenceWatch known = watch.value();
    if (known == null || known.checkAtMillis() != timestamp) {
      return;
    }
    Watching watching = watching(context.getCurrentKey(), context, output.to(out));
    if (!isWatched(watching.contract())) {
      watching.progress().retain(AlertRules.NONE, timestamp, watching.alerts());
      watch.clear();
      return;
    }
    if (timers.currentWatermark() == Long.MAX_VALUE) {
      // nothing follows: what is known is complete, and what comes behind it is no silence
      List<Long> ahead = known.ahead();
      if (!ahead.isEmpty()) {
        watch.update(advance(known, ahead.get(ahead.size() - 1), watching));
      }
      return;
    }
    SilenceWatch after = advance(resumed(known, timers), timestamp, watching);
    look(after, ContinuousSession.NEVER, watching, timers);
  }

  /** Lets event time pass for a contract: silences begin, and trades end them, in their order. */
  private SilenceWatch advance(SilenceWatch known, long upTo, Watching watching) throws Exception {
    SilenceWatch reached = known;
    for (long trade : known.ahead()) {
      if (trade > upTo) {
        break;
      }
      raise(reached.sinceMillis(), trade - 1, watching);
      clear(watching, trade);
      reached = reached.since(Math.max(reached.sinceMillis(), trade));
    }
    raise(reached.sinceMillis(), upTo, watching);
    return reached;
  }

  private void raise(long since, long now, Watching watching) throws Exception {
    for (AlertRule rule : watching.rules()) {
      if (watching.progress().get(rule, now, watching.alerts()) == null) {
        long silentAt = SilenceRule.silentAt(rule, watching.contract(), since);
        if (silentAt <= now) {
          watching.alerts().accept(SilenceRule.raised(rule, watching.contract(), since, silentAt));
          watching.progress().put(AlertProgress.begin(rule).raised(silentAt));
        }
      }
    }
  }

  private void clear(Watching watching, long tradeMillis) throws Exception {
    for (Map.Entry<String, AlertProgress> entry : progress.entries()) {
      AlertProgress open = entry.getValue();
      Long raisedAt = open.raisedAtMillis();
      if (raisedAt != null) {
        watching
            .alerts()
            .accept(SilenceRule.cleared(open.rule(), watching.contract(), raisedAt, tradeMillis));
      }
    }
    progress.clear();
  }

  /**
   * Keeps what is known, and sees to it that it is looked at again when the watermark reaches the
   * next trade or the next rule strikes; at the latest after a while.
   *
   * @param timer the timer that is set, {@link ContinuousSession#NEVER} if none is
   */
  private void look(SilenceWatch known, long timer, Watching watching, TimerService timers)
      throws Exception {
    long now = Math.max(known.sinceMillis(), timers.currentWatermark());
    long next = now + LOOKED_AT_EVERY;
    if (!known.ahead().isEmpty()) {
      next = Math.min(next, known.ahead().get(0));
    }
    for (AlertRule rule : watching.rules()) {
      if (watching.progress().get(rule, now, watching.alerts()) == null) {
        next = Math.min(next, SilenceRule.silentAt(rule, watching.contract(), known.sinceMillis()));
      }
    }
    if (next < timer) {
      if (timer != ContinuousSession.NEVER) {
        timers.deleteEventTimeTimer(timer);
      }
      timers.registerEventTimeTimer(next);
      watch.update(known.checkAt(next));
    } else {
      watch.update(known.checkAt(timer));
    }
  }

  private boolean isWatched(String contract) {
    return contracts.isEmpty() || contracts.contains(contract);
  }

  /** The rules over the silence of a contract, how far they are, and where alerts go. */
  private record Watching(
      String contract, List<AlertRule> rules, ContractProgress progress, Consumer<Alert> alerts) {}

  private Watching watching(String contract, ReadOnlyContext context, Consumer<Alert> alerts)
      throws Exception {
    List<AlertRule> rules =
        rulesInForce.get(context.getBroadcastState(RulesInForce.STATE)).rules().stream()
            .filter(rule -> SilenceRule.watches(rule, contract))
            .toList();
    return new Watching(contract, rules, new ContractProgress(progress, contract), alerts);
  }

  /** The time for which the job was down counts for nobody. */
  private SilenceWatch resumed(SilenceWatch known, TimerService timers) {
    if (restored && timers.currentWatermark() > Long.MIN_VALUE) {
      restored = false;
      resumedAtMillis = timers.currentWatermark();
    }
    return new SilenceWatch(
        Math.max(known.sinceMillis(), resumedAtMillis),
        known.traded(),
        known.checkAtMillis(),
        known.ahead());
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
