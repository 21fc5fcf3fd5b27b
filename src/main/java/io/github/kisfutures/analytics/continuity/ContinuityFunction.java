package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.analytics.metrics.AnalyticsCounter;
import io.github.kisfutures.analytics.metrics.SessionTallies;
import io.github.kisfutures.analytics.metrics.Tally;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.Multipliers;
import io.github.kisfutures.market.StockFuturesTrade;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Drops duplicates and reports holes, per contract ({@code docs/numbers.md}, "Continuity"). Main
 * output: the accepted trades, anomalies and late ones included; side output {@link #GAPS}.
 *
 * <p>A hole is reported when the watermark has passed the event time of the trade after it plus the
 * settle time. A date's state is dropped that settle time after its midnight (KST), when all its
 * holes are reported; trades of such a date still to come are accepted unseen.
 */
public final class ContinuityFunction
    extends KeyedProcessFunction<String, StockFuturesTrade, StockFuturesTrade> {
  private static final long serialVersionUID = 1L;

  /** Holes, each once. */
  public static final OutputTag<Gap> GAPS = new OutputTag<>("gaps", GapSerializer.TYPE);

  private final long settleMillis;
  private final Multipliers multipliers;

  private transient ValueState<ContractContinuity> continuity;
  private transient Tally trades;
  private transient SessionTallies duplicates;
  private transient Tally anomalies;
  private transient Tally gaps;
  private transient SessionTallies missedVolume;
  private transient Tally lateJoins;
  private transient Tally lateJoinedVolume;
  private transient String shownSession;

  /**
   * Continuity with a settle time.
   *
   * @param gapSettleTime how long, in event time, a hole may still be filled
   * @param multipliers shares per contract, for the value of what is missed
   */
  public ContinuityFunction(Duration gapSettleTime, Multipliers multipliers) {
    this.settleMillis = gapSettleTime.toMillis();
    this.multipliers = multipliers;
  }

  @Override
  public void open(OpenContext context) {
    continuity =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("continuity", ContractContinuitySerializer.TYPE));
    trades = AnalyticsCounter.TRADES.register(getRuntimeContext());
    duplicates = SessionTallies.register(AnalyticsCounter.DUPLICATES, getRuntimeContext());
    anomalies = AnalyticsCounter.ANOMALIES.register(getRuntimeContext());
    gaps = AnalyticsCounter.GAPS.register(getRuntimeContext());
    missedVolume = SessionTallies.register(AnalyticsCounter.MISSED_VOLUME, getRuntimeContext());
    lateJoins = AnalyticsCounter.LATE_JOINS.register(getRuntimeContext());
    lateJoinedVolume = AnalyticsCounter.LATE_JOINED_VOLUME.register(getRuntimeContext());
    shownSession = "";
  }

  @Override
  public void processElement(
      StockFuturesTrade trade, Context context, Collector<StockFuturesTrade> out) throws Exception {
    show(trade.receipt().session());
    Verdict verdict =
        passed(trade.eventTimeMillis(), context.timerService())
            ? Verdict.ACCEPTED
            : addToState(trade, context);
    if (verdict == Verdict.ANOMALY || (verdict.kept() && trade.hasImpossibleTime())) {
      anomalies.add();
    }
    if (verdict.kept()) {
      trades.add();
      out.collect(trade);
    } else {
      duplicates.add(trade.receipt().session(), 1);
    }
  }

  private void show(String session) {
    if (!session.equals(shownSession)) {
      shownSession = session;
      duplicates.show(session);
      missedVolume.show(session);
    }
  }

  private Verdict addToState(StockFuturesTrade trade, Context context) throws Exception {
    ContractContinuity state = continuity.value();
    if (state == null) {
      state = new ContractContinuity(trade.contract());
    }
    ContractContinuity current = state;
    int days = state.days().size();
    Verdict verdict =
        state.add(trade, multipliers.of(trade.contract()), gap -> report(gap, current, context));
    continuity.update(state);
    schedule(trade.eventTimeMillis(), state, state.days().size() > days, context.timerService());
    return verdict;
  }

  /**
   * One timer a day to drop it, and one for holes at this trade's due time: if it bounds a hole,
   * that is when the hole is due. Equal timers are one, so holes cost at most a timer a second, and
   * only while some hole is open.
   */
  private void schedule(
      long eventTime, ContractContinuity state, boolean newDay, TimerService timers) {
    long epochDay = KoreaTime.epochDay(eventTime);
    if (newDay) {
      timers.registerEventTimeTimer(endOf(epochDay));
    }
    ContractDay day = state.find(epochDay);
    if (day != null && day.openHoles() > 0) {
      timers.registerEventTimeTimer(eventTime + settleMillis);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<StockFuturesTrade> out)
      throws Exception {
    ContractContinuity state = continuity.value();
    if (state == null) {
      return;
    }
    TimerService timers = context.timerService();
    Consumer<Gap> reported = gap -> report(gap, state, context);
    List<ContractDay> days = state.days();
    for (int i = days.size() - 1; i >= 0; i--) {
      ContractDay day = days.get(i);
      day.reportUpTo(timers.currentWatermark() - settleMillis, reported);
      if (endOf(day.epochDay()) <= timers.currentWatermark()) {
        days.remove(i);
      } else {
        reschedule(day, timers);
      }
    }
    if (days.isEmpty()) {
      continuity.clear();
    } else {
      continuity.update(state);
    }
  }

  /** Matters after a restore with a longer settle time, whose timers are not set yet. */
  private void reschedule(ContractDay day, TimerService timers) {
    timers.registerEventTimeTimer(endOf(day.epochDay()));
    if (day.openHoles() > 0) {
      timers.registerEventTimeTimer(day.earliestTimeAfter() + settleMillis);
    }
  }

  private boolean passed(long eventTime, TimerService timers) {
    return endOf(KoreaTime.epochDay(eventTime)) <= timers.currentWatermark();
  }

  private long endOf(long epochDay) {
    return KoreaTime.startOfDayMillis(epochDay + 1) + settleMillis;
  }

  private void report(Gap gap, ContractContinuity state, Context context) {
    gaps.add();
    missedVolume.add(state.connections().latest(), gap.missedVolume());
    if (gap.cause() == GapCause.LATE_JOIN) {
      lateJoins.add();
      lateJoinedVolume.add(gap.missedVolume());
    }
    context.output(GAPS, gap);
  }
}
