package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.market.StockFuturesTrade;
import org.apache.flink.api.common.functions.AggregateFunction;

/** Adds trades to a window's {@link BarAccumulator}. */
public final class BarAggregate
    implements AggregateFunction<StockFuturesTrade, BarAccumulator, BarAccumulator> {
  private static final long serialVersionUID = 1L;

  @Override
  public BarAccumulator createAccumulator() {
    return new BarAccumulator();
  }

  @Override
  public BarAccumulator add(StockFuturesTrade trade, BarAccumulator accumulator) {
    accumulator.add(trade);
    return accumulator;
  }

  @Override
  public BarAccumulator getResult(BarAccumulator accumulator) {
    return accumulator;
  }

  @Override
  public BarAccumulator merge(BarAccumulator a, BarAccumulator b) {
    a.add(b);
    return a;
  }
}
