package io.github.kisfutures.job;

import io.github.kisfutures.analytics.Analytics;
import io.github.kisfutures.analytics.AnalyticsStreams;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.job.alerts.JobAlerts;
import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.job.results.OperatorUids;
import io.github.kisfutures.job.results.ResultTables;
import io.github.kisfutures.job.results.ResultsScript;
import io.github.kisfutures.job.results.SinkTable;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.FeedRecordDeserializer;
import io.github.kisfutures.source.FeedTypes;
import io.github.kisfutures.source.KisSource;
import io.github.kisfutures.source.capture.CaptureSource;
import io.github.kisfutures.source.enumerator.SessionPlan;
import io.github.kisfutures.source.reader.LiveSessions;
import io.github.kisfutures.source.watermarks.CaptureWatermarks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * The topology: source, continuity, bars, alerts, results. Live, replay and tests differ in the
 * source only.
 */
public final class StockFuturesJob {
  private StockFuturesJob() {}

  /**
   * The live feed.
   *
   * @param plan sessions and their contracts
   */
  public static DataStream<FeedRecord> liveFeed(
      StreamExecutionEnvironment env, JobSettings settings, SessionPlan plan) {
    KisSource<FeedRecord> source =
        new KisSource<>(
                plan,
                new LiveSessions(settings.feed(), settings.credentials()),
                new FeedRecordDeserializer(settings.maxClockSkew()))
            .withWatermarks(settings.watermarks());
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "KIS feed")
        .setParallelism(Math.min(source.sessions(), env.getParallelism()))
        .uid("kis-feed");
  }

  /** Captured frames of files, in the order of their receipt. */
  public static DataStream<FeedRecord> captured(
      StreamExecutionEnvironment env, JobSettings settings, Path... files) {
    FeedRecordDeserializer deserializer = new FeedRecordDeserializer(settings.maxClockSkew());
    CaptureWatermarks watermarks =
        new CaptureWatermarks(
            Set.copyOf(settings.contracts()), settings.watermarks().maxOutOfOrderness());
    return env.fromSource(
            CaptureSource.of(deserializer, files),
            WatermarkStrategy.noWatermarks(),
            "captured frames")
        .setParallelism(1) // one order of arrival
        .uid("captured-frames")
        .assignTimestampsAndWatermarks(watermarks)
        .setParallelism(1)
        .name("event time")
        .uid("event-time");
  }

  /**
   * From what happens on the feed to the streams behind the result tables.
   *
   * @param contracts contracts whose trades are taken; all, if empty
   * @throws ConfigurationException with one sentence, if an option or an alert rule is wrong
   */
  public static JobStreams define(
      DataStream<FeedRecord> feed, Set<String> contracts, JobSettings settings, RunMode mode) {
    SingleOutputStreamOperator<StockFuturesTrade> trades =
        feed.process(new FeedRouter(contracts), FeedTypes.TRADE)
            .setParallelism(feed.getParallelism())
            .name("route")
            .uid("route");
    AnalyticsStreams results = Analytics.build(trades, settings.analytics());
    JobAlerts alerts = alerts(results, trades.getSideOutput(FeedRouter.EVENTS), settings, mode);
    return new JobStreams(
        results.trades(),
        results.bars(),
        alerts.alerts(),
        results.gaps(),
        results.lateTrades(),
        trades.getSideOutput(FeedRouter.REJECTED),
        alerts.events());
  }

  private static JobAlerts alerts(
      AnalyticsStreams results, DataStream<FeedEvent> events, JobSettings settings, RunMode mode) {
    Set<String> contracts = new LinkedHashSet<>(settings.contracts());
    return settings
        .alertRules()
        .map(rules -> JobAlerts.of(rules, results, events, contracts, mode))
        .orElseGet(() -> JobAlerts.none(results, events));
  }

  /**
   * The whole live job, results script included; {@code env.execute} runs it.
   *
   * @return the tables that results are written to
   * @throws ConfigurationException with one sentence, if an option or the script is wrong
   */
  public static List<SinkTable> live(
      StreamExecutionEnvironment env, JobSettings settings, SessionPlan plan) {
    return attach(env, liveFeed(env, settings, plan), Set.of(), settings, RunMode.LIVE);
  }

  /**
   * The whole job over captured files, results script included.
   *
   * @return the tables that results are written to
   * @throws ConfigurationException with one sentence, if an option or the script is wrong
   */
  public static List<SinkTable> replay(
      StreamExecutionEnvironment env, JobSettings settings, Path... files) {
    Set<String> contracts = new LinkedHashSet<>(settings.contracts());
    return attach(env, captured(env, settings, files), contracts, settings, RunMode.REPLAY);
  }

  /**
   * From what happens on the feed to the sinks of the results script.
   *
   * @param contracts contracts whose trades are taken; all, if empty
   * @return the tables that results are written to
   * @throws ConfigurationException with one sentence, if an option or the script is wrong
   */
  public static List<SinkTable> attach(
      StreamExecutionEnvironment env,
      DataStream<FeedRecord> feed,
      Set<String> contracts,
      JobSettings settings,
      RunMode mode) {
    List<String> scripts = settings.resultsScripts();
    ResultsScript script =
        ResultsScript.load(
            scripts.isEmpty() ? List.of(ResultsScript.PRINT) : scripts, settings::variable);
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    ResultTables.register(
        tables,
        define(feed, contracts, settings, mode),
        settings.analytics().names(),
        script::mentions);
    List<SinkTable> sinks = script.attachTo(tables);
    OperatorUids.complete(env);
    return sinks;
  }
}
