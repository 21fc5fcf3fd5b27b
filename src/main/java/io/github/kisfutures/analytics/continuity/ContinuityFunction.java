package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.analytics.metrics.AnalyticsCounter;
import io.github.kisfutures.analytics.metrics.SessionTallies;
import io.github.kisfutures.analytics.metrics.Tally;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.Multipliers;
import io.github.kisfutures.market.StockFuturesTrade;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Drops duplicates and reports holes and contradictions, per contract ({@code docs/numbers.md}).
 * Main output: every record that is kept, anomalies and late ones included, each with the run of
 * counters that it belongs to; side output {@link #GAPS}.
 *
 * <p>A hole is reported when the watermark has passed the event time of the trade after it plus the
 * settle time. A date's state is dropped that settle time after its midnight (KST), when all its
 * holes are reported; records of such a date still to come are kept unseen.
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
    if (passed(trade.eventTimeMillis(), context.timerService())) {
      keep(trade, trade.quantity() > 0 ? Verdict.ACCEPTED : Verdict.NO_TRADE, out);
    } else {
      addToState(trade, context, out);
    }
  }

  private void keep(StockFuturesTrade trade, Verdict verdict, Collector<StockFuturesTrade> out) {
    if (verdict.isAnomaly() || (verdict.kept() && trade.hasImpossibleTime())) {
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

  private void addToState(
      StockFuturesTrade trade, Context context, Collector<StockFuturesTrade> out) throws Exception {
    ContractContinuity state = continuity.value();
    if (state == null) {
      state = new ContractContinuity();
    }
    int days = state.days().size();
    ContractDay day = state.dayOf(trade);
    GapReport report = report(trade.contract(), context);
    Verdict verdict = day.add(trade, report.multiplier(), report);
    continuity.update(state);
    TimerService timers = context.timerService();
    if (state.days().size() > days) {
      timers.registerEventTimeTimer(endOf(day.epochDay()));
    }
    scheduleHoles(day, timers);
    keep(trade.inRun(day.runOf(trade).number()), verdict, out);
  }

  /** Equal timers are one, so holes cost at most a timer a second, and only while one is open. */
  private void scheduleHoles(ContractDay day, TimerService timers) {
    if (day.openHoles() > 0) {
      timers.registerEventTimeTimer(day.earliestTimeAfter() + settleMillis);
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
    GapReport report = report(context.getCurrentKey(), context);
    List<ContractDay> days = state.days();
    for (int i = days.size() - 1; i >= 0; i--) {
      ContractDay day = days.get(i);
      day.reportUpTo(timers.currentWatermark() - settleMillis, report);
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

  /** The end of the day matters after a restore with a longer settle time. */
  private void reschedule(ContractDay day, TimerService timers) {
    timers.registerEventTimeTimer(endOf(day.epochDay()));
    scheduleHoles(day, timers);
  }

  private boolean passed(long eventTime, TimerService timers) {
    return endOf(KoreaTime.epochDay(eventTime)) <= timers.currentWatermark();
  }

  private long endOf(long epochDay) {
    return KoreaTime.startOfDayMillis(epochDay + 1) + settleMillis;
  }

  private GapReport report(String contract, Context context) {
    return new GapReport(
        contract, multipliers.of(contract), (gap, session) -> report(gap, session, context));
  }

  private void report(Gap gap, String session, Context context) {
    gaps.add();
    Long missed = gap.missedVolume();
    if (missed != null) {
      missedVolume.add(session, missed);
    }
    if (missed != null && gap.cause() == GapCause.LATE_JOIN) {
      lateJoins.add();
      lateJoinedVolume.add(missed);
    }
    context.output(GAPS, gap);
  }
}
