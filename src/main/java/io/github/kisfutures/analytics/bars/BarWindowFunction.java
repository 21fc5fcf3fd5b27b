package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.metrics.AnalyticsCounter;
import io.github.kisfutures.analytics.metrics.Tally;
import io.github.kisfutures.market.ContractNames;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.Multipliers;
import java.math.BigDecimal;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * Closes a window: emits its bar and keeps its closing values for the next one of the same contract
 * and size. Windows of one size close in the order of time, so the values kept are always those of
 * the previous bar.
 */
public final class BarWindowFunction
    extends ProcessWindowFunction<BarAccumulator, Bar, String, TimeWindow> {
  private static final long serialVersionUID = 1L;

  /** A carry serves its own trading date only; of contracts that have expired it goes by itself. */
  private static final Duration CARRY_KEPT = Duration.ofDays(3);

  private static final MapStateDescriptor<Long, Carry> CARRY = carry();

  private final Multipliers multipliers;
  private final ContractNames names;

  private transient BarDoubts doubts;
  private transient Tally implausibleBars;
  private transient Tally multiplierMismatch;

  /** For contracts with these multipliers and names. */
  public BarWindowFunction(Multipliers multipliers, ContractNames names) {
    this.multipliers = multipliers;
    this.names = names;
  }

  private static MapStateDescriptor<Long, Carry> carry() {
    MapStateDescriptor<Long, Carry> descriptor =
        new MapStateDescriptor<>("carry", Types.LONG, CarrySerializer.TYPE);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(CARRY_KEPT).build());
    return descriptor;
  }

  @Override
  public void open(OpenContext context) {
    doubts = new BarDoubts();
    implausibleBars = AnalyticsCounter.IMPLAUSIBLE_BARS.register(getRuntimeContext());
    multiplierMismatch = AnalyticsCounter.MULTIPLIER_MISMATCH.register(getRuntimeContext());
  }

  @Override
  public void process(
      String contract, Context context, Iterable<BarAccumulator> windows, Collector<Bar> out)
      throws Exception {
    BarAccumulator window = windows.iterator().next();
    long start = context.window().getStart();
    long end = context.window().getEnd();
    MapState<Long, Carry> carries = context.globalState().getMapState(CARRY);
    BigDecimal multiplier = multipliers.of(contract);
    Carry previous = carries.get(end - start);
    Bar bar =
        new BarCalculator(contract, names.of(contract), multiplier)
            .bar(start, end, window, previous);
    carries.put(end - start, Carry.of(window, KoreaTime.epochDay(start), previous));
    if (bar.contradictsMultiplier()) {
      multiplierMismatch.add();
      doubts.mismatch(bar, window, multiplier);
    }
    if (bar.isImplausible()) {
      implausibleBars.add();
      doubts.implausible(bar);
    }
    out.collect(bar);
  }
}
