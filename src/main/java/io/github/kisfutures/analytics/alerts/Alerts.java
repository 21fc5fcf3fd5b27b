package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.analytics.AnalyticsStreams;
import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.market.StockFuturesTrade;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;

/** From bars and trades to alerts. */
public final class Alerts {
  private Alerts() {}

  /**
   * Adds the alerts to a topology.
   *
   * @param results where bars and accepted trades are
   * @param registered contracts as the feed registers them, so that one that never trades is missed
   * @param startedWith the rules that are in force from the first bar
   * @param changes rules that replace those in force; must not hold event time back
   * @param contracts contracts that the feed is asked for; empty for all that are seen
   * @param live whether trades are made while the job is down
   */
  public static DataStream<Alert> build(
      AnalyticsStreams results,
      DataStream<ContractSign> registered,
      AlertRules startedWith,
      DataStream<AlertRules> changes,
      Set<String> contracts,
      boolean live) {
    BroadcastStream<AlertRules> rules = changes.broadcast(RulesInForce.STATE);
    DataStream<Alert> ofBars =
        results
            .bars()
            .keyBy(Bar::contract, Types.STRING)
            .connect(rules)
            .process(new BarAlertFunction(startedWith), AlertSerializer.TYPE)
            .name("alerts")
            .uid("bar-alerts");
    DataStream<Alert> ofSilence =
        lastTrades(results.trades())
            .union(registered)
            .keyBy(ContractSign::contract, Types.STRING)
            .connect(rules)
            .process(new SilenceFunction(startedWith, contracts, live), AlertSerializer.TYPE)
            .name("silence")
            .uid("silence-alerts");
    return ofBars.union(ofSilence);
  }

  private static DataStream<ContractSign> lastTrades(DataStream<StockFuturesTrade> trades) {
    return trades
        .process(new LastTrades(), ContractSignSerializer.TYPE)
        .setParallelism(trades.getParallelism())
        .name("last trades")
        .uid("last-trades");
  }
}
