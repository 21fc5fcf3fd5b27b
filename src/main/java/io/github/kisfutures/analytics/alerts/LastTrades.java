package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.market.StockFuturesTrade;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Thins the trades to what a watch over silence needs: of those of a contract that follow each
 * other in the same second the first, as event time has no finer resolution. What it remembers only
 * saves work, so it is in no checkpoint.
 */
final class LastTrades extends ProcessFunction<StockFuturesTrade, ContractSign> {
  private static final long serialVersionUID = 1L;

  private transient Map<String, Long> told;

  @Override
  public void open(OpenContext context) {
    told = new HashMap<>();
  }

  @Override
  public void processElement(
      StockFuturesTrade trade, Context context, Collector<ContractSign> out) {
    if (trade.quantity() <= 0) {
      return; // a record without contracts is no trade: it does not break a silence
    }
    Long last = told.get(trade.contract());
    if (last == null || trade.eventTimeMillis() != last) {
      told.put(trade.contract(), trade.eventTimeMillis());
      out.collect(
          ContractSign.trade(
              trade.contract(),
              trade.eventTimeMillis(),
              context.timerService().currentWatermark()));
    }
  }
}
