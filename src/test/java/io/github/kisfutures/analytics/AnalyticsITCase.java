package io.github.kisfutures.analytics;

import static io.github.kisfutures.market.TradeFixture.day;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.bars.BarColumns;
import io.github.kisfutures.analytics.bars.LateTrade;
import io.github.kisfutures.analytics.continuity.Gap;
import io.github.kisfutures.market.ContractNames;
import io.github.kisfutures.market.Multipliers;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.source.FeedTypes;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole topology on a cluster, without generic types. */
@Timeout(60)
class AnalyticsITCase {
  private static final long OUT_OF_ORDERNESS = 2_000;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private final List<Bar> bars = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<LateTrade> late = new ArrayList<>();
  private final List<StockFuturesTrade> accepted = new ArrayList<>();

  private JobExecutionResult run(List<StockFuturesTrade> arrivals, Duration... windows)
      throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration).setParallelism(2);
    DataStream<StockFuturesTrade> trades =
        env.fromData(arrivals, FeedTypes.TRADE)
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<StockFuturesTrade>forGenerator(context -> new AfterEveryTrade())
                    .withTimestampAssigner((trade, timestamp) -> trade.eventTimeMillis()))
            .setParallelism(1);
    AnalyticsStreams streams =
        Analytics.build(
            trades,
            new AnalyticsSettings(
                List.of(windows), Duration.ofSeconds(3), Multipliers.of(10), ContractNames.NONE));
    try (CloseableIterator<Bar> barRows = streams.bars().collectAsync();
        CloseableIterator<Gap> gapRows = streams.gaps().collectAsync();
        CloseableIterator<LateTrade> lateRows = streams.lateTrades().collectAsync();
        CloseableIterator<StockFuturesTrade> tradeRows = streams.trades().collectAsync()) {
      var job = env.executeAsync();
      barRows.forEachRemaining(bars::add);
      gapRows.forEachRemaining(gaps::add);
      lateRows.forEachRemaining(late::add);
      tradeRows.forEachRemaining(accepted::add);
      return job.getJobExecutionResult().get();
    }
  }

  @Test
  void twoSessionsInAnyOrderMeasureWhatBothMissed() throws Exception {
    Random random = new Random(7);
    List<StockFuturesTrade> all = day(random, 400);
    List<StockFuturesTrade> arrivals = new ArrayList<>();
    List<StockFuturesTrade> seen = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean lost = i == 0 || (i > 100 && i < 110) || i == 250;
      if (!lost) {
        seen.add(all.get(i));
        arrivals.add(all.get(i));
        arrivals.add(all.get(i));
      }
    }
    arrivals.sort(
        Comparator.comparingLong(
            trade -> trade.eventTimeMillis() + random.nextInt((int) OUT_OF_ORDERNESS)));

    JobExecutionResult result = run(arrivals, Duration.ofSeconds(10), Duration.ofMinutes(1));

    StockFuturesTrade first = seen.get(0);
    StockFuturesTrade last = seen.get(seen.size() - 1);
    long received = seen.stream().mapToLong(StockFuturesTrade::quantity).sum();
    assertThat(accepted).hasSize(seen.size()).doesNotHaveDuplicates();
    assertThat(late).isEmpty();
    assertThat(gaps).hasSize(3);
    assertThat(gaps.stream().mapToLong(Gap::missedVolume).sum())
        .isEqualTo(last.cumulativeVolume() - received);
    assertThat((Long) result.getAccumulatorResult("trades")).isEqualTo(seen.size());
    assertThat((Long) result.getAccumulatorResult("duplicates")).isEqualTo(seen.size());
    assertThat((Long) result.getAccumulatorResult("gaps")).isEqualTo(3);
    assertThat((Long) result.getAccumulatorResult("missedVolume"))
        .isEqualTo(last.cumulativeVolume() - received);
    assertThat((Long) result.getAccumulatorResult("multiplierMismatch")).isZero();

    long valueBefore = first.cumulativeValue() - first.price() * first.quantity() * 10;
    for (Duration size : List.of(Duration.ofSeconds(10), Duration.ofMinutes(1))) {
      List<Bar> ofSize =
          bars.stream()
              .filter(bar -> bar.windowStart().plus(size).equals(bar.windowEnd()))
              .toList();
      assertThat(ofSize.stream().mapToLong(bar -> bar.get(BarColumns.TRADES)).sum())
          .isEqualTo(seen.size());
      assertThat(
              ofSize.stream()
                  .map(bar -> bar.get(BarColumns.TURNOVER))
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(BigDecimal.valueOf(last.cumulativeValue() - valueBefore));
    }
  }

  @Test
  void aLateTradeGoesToItsOutputAndToTheWindowThatIsOpen() throws Exception {
    StockFuturesTrade straggler = trade().at("09:00:30").volume(4, 1).build();

    run(
        List.of(
            trade().at("09:00:00").volume(3, 3).build(),
            trade().at("09:03:00").volume(5, 1).build(),
            straggler),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5));

    assertThat(late).extracting(LateTrade::trade).containsExactly(straggler);
    assertThat(accepted).hasSize(3);
    assertThat(bars)
        .extracting(bar -> bar.get(BarColumns.VOLUME))
        .as("minute 0, minute 3, five minutes")
        .containsExactlyInAnyOrder(3L, 1L, 5L);
  }

  /** A watermark after every trade makes lateness independent of the clock. */
  private static final class AfterEveryTrade implements WatermarkGenerator<StockFuturesTrade> {
    private long latest = Long.MIN_VALUE + OUT_OF_ORDERNESS;

    @Override
    public void onEvent(StockFuturesTrade trade, long timestamp, WatermarkOutput output) {
      latest = Math.max(latest, timestamp);
      output.emitWatermark(new Watermark(latest - OUT_OF_ORDERNESS));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }
}
