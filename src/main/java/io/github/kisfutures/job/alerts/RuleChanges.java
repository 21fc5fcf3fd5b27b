package io.github.kisfutures.job.alerts;

import io.github.kisfutures.analytics.alerts.AlertRules;
import io.github.kisfutures.analytics.alerts.AlertRulesSerializer;
import io.github.kisfutures.job.Nothing;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where changed alert rules come from. */
final class RuleChanges {
  /** How often the file is looked at. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private RuleChanges() {}

  /** From a file that is watched while the job runs. */
  static SingleOutputStreamOperator<AlertRules> of(
      StreamExecutionEnvironment env, RulesFile file, AlertRules startedWith) {
    DataGeneratorSource<Long> ticks =
        new DataGeneratorSource<>(
            tick -> tick,
            Long.MAX_VALUE,
            RateLimiterStrategy.perSecond(1.0 / LOOK_EVERY.toSeconds()),
            Types.LONG);
    return env.fromSource(ticks, timeless(), "alert rules clock")
        .setParallelism(1)
        .uid("alert-rules-clock")
        .process(new RulesFileWatch(file, startedWith), AlertRulesSerializer.TYPE)
        .setParallelism(1)
        .name("alert rules")
        .uid("alert-rules");
  }

  /**
   * None. The stream carries nothing but the time of another one: a source of its own might start
   * late, and hold event time back until the end.
   */
  static DataStream<AlertRules> none(DataStream<?> sameTime) {
    return Nothing.of(sameTime, AlertRulesSerializer.TYPE, "no changed alert rules");
  }

  /** Rules have no event time, so they never hold it back. */
  private static WatermarkStrategy<Long> timeless() {
    return WatermarkStrategy.forGenerator(context -> new EndOfTime());
  }

  private static final class EndOfTime implements WatermarkGenerator<Long> {
    @Override
    public void onEvent(Long tick, long timestamp, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(Watermark.MAX_WATERMARK);
    }
  }
}
