package io.github.kisfutures.job.alerts;

import io.github.kisfutures.analytics.AnalyticsStreams;
import io.github.kisfutures.analytics.alerts.Alert;
import io.github.kisfutures.analytics.alerts.AlertRules;
import io.github.kisfutures.analytics.alerts.AlertSerializer;
import io.github.kisfutures.analytics.alerts.Alerts;
import io.github.kisfutures.analytics.alerts.ContractSign;
import io.github.kisfutures.analytics.alerts.ContractSignSerializer;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.job.Nothing;
import io.github.kisfutures.job.RunMode;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The alerts of a job.
 *
 * @param alerts what begins and ends
 * @param events of the feed, and of the rules
 */
public record JobAlerts(DataStream<Alert> alerts, DataStream<FeedEvent> events) {

  /** Of a job without rules. */
  public static JobAlerts none(AnalyticsStreams results, DataStream<FeedEvent> events) {
    return new JobAlerts(Nothing.of(results.bars(), AlertSerializer.TYPE, "no alerts"), events);
  }

  /**
   * Of a job with a file of rules, which a live job watches; a replay keeps the rules that it
   * begins with, so that it gives the same whenever it runs.
   *
   * @param contracts contracts that the feed is asked for; empty for all that are seen
   * @throws io.github.kisfutures.job.options.ConfigurationException with one sentence, if the rules
   *     cannot be used
   */
  public static JobAlerts of(
      RulesFile file,
      AnalyticsStreams results,
      DataStream<FeedEvent> events,
      Set<String> contracts,
      RunMode mode) {
    AlertRules rules = file.read();
    DataStream<ContractSign> registered =
        events
            .filter(event -> event.kind() == FeedEvent.Kind.SUBSCRIBED && event.contract() != null)
            .setParallelism(events.getParallelism())
            .name("registrations")
            .uid("registrations")
            .map(JobAlerts::registered, ContractSignSerializer.TYPE)
            .setParallelism(events.getParallelism())
            .name("registered contracts")
            .uid("registered-contracts");
    boolean live = mode == RunMode.LIVE;
    if (!live) {
      DataStream<AlertRules> none = RuleChanges.none(results.trades());
      return new JobAlerts(Alerts.build(results, registered, rules, none, contracts, live), events);
    }
    SingleOutputStreamOperator<AlertRules> changes =
        RuleChanges.of(events.getExecutionEnvironment(), file, rules);
    return new JobAlerts(
        Alerts.build(results, registered, rules, changes, contracts, live),
        events.union(changes.getSideOutput(RulesFileWatch.EVENTS)));
  }

  private static ContractSign registered(FeedEvent event) {
    return ContractSign.registration(Objects.requireNonNull(event.contract()), event.atMillis());
  }
}
