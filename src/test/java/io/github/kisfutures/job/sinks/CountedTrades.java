package io.github.kisfutures.job.sinks;

import static io.github.kisfutures.job.LiveResults.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.job.LiveResults;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.SentFrame;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.TradeDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the trades that a restarted job has counted must have become in Kafka and PostgreSQL. */
public final class CountedTrades {
  private CountedTrades() {}

  /**
   * Of a market that stands still: waits until all is written, and compares every bar and gap with
   * the recomputation from the frames whose trades were counted.
   */
  public static void assertEveryBarOnce(KisSimulator simulator, Sinks sinks, Duration... windows) {
    Eventually.await(
        "trades up to the last one made",
        PATIENCE,
        () -> top(simulator).equals(tops(sinks.kafkaRows(ResultTable.TICKS))));

    List<Map<String, @Nullable String>> ticks = sinks.kafkaRows(ResultTable.TICKS);
    Set<String> counted = ticks.stream().map(CountedTrades::key).collect(Collectors.toSet());
    assertThat(counted).as("no trade twice").hasSameSizeAs(ticks);
    List<SentFrame> kept =
        simulator.sentFrames().stream().filter(sent -> counted.contains(key(sent))).toList();
    ReferenceRun expected = LiveResults.recomputed(kept, windows);
    List<Map<String, @Nullable String>> gaps =
        expected.gaps().stream().map(gap -> LiveResults.withCause(gap, "RESTART")).toList();
    assertThat(gaps).anyMatch(gap -> "RESTART".equals(gap.get("cause")));
    assertThat(expected.bars()).anyMatch(bar -> "false".equals(bar.get("complete")));
    sinks.assertSame(expected, gaps);
  }

  private static String key(SentFrame sent) {
    var decoded = new TradeDecoder().decode(sent.text(), new Receipt(sent.atMillis(), "s", 0, 0));
    var first = ((DecodedFrame.Trades) decoded).trades().get(0);
    return first.contract() + " " + first.cumulativeVolume();
  }

  private static String key(Map<String, @Nullable String> tick) {
    return tick.get("contract") + " " + tick.get("cumulative_volume");
  }

  private static Map<String, Long> tops(List<Map<String, @Nullable String>> ticks) {
    Map<String, Long> tops = new HashMap<>();
    for (Map<String, @Nullable String> tick : ticks) {
      tops.merge(
          String.valueOf(tick.get("contract")),
          Long.valueOf(String.valueOf(tick.get("cumulative_volume"))),
          Math::max);
    }
    return tops;
  }

  private static Map<String, Long> top(KisSimulator simulator) {
    Map<String, Long> tops = new HashMap<>();
    for (StockFuturesTrade trade : simulator.tradesMade()) {
      tops.merge(trade.contract(), trade.cumulativeVolume(), Math::max);
    }
    return tops;
  }
}
