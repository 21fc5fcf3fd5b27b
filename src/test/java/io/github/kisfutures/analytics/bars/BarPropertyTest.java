package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.day;
import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BarPropertyTest {
  private static final int ROUNDS = 300;
  private static final BarCalculator CALCULATOR = new BarCalculator(CONTRACT, null, BigDecimal.TEN);

  private static Bar bar(BarAccumulator window) {
    return CALCULATOR.bar(millis("09:00:00"), millis("10:00:00"), window, null);
  }

  private static BarAccumulator window(List<StockFuturesTrade> trades) {
    BarAccumulator window = new BarAccumulator();
    trades.forEach(window::add);
    return window;
  }

  @Test
  void arrivalOrderDoesNotMatterEvenWhereVolumesAreEqual() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<StockFuturesTrade> trades = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        trades.add(anyTrade(random));
      }
      Bar expected = bar(window(trades));
      Collections.shuffle(trades, random);

      assertThat(bar(window(trades))).as("seed %d", seed).isEqualTo(expected);
      BarAccumulator merged = window(trades.subList(0, 5));
      merged.add(new BarAccumulator());
      merged.add(window(trades.subList(5, 12)));
      assertThat(bar(merged)).as("merged, seed %d", seed).isEqualTo(expected);
    }
  }

  /** Few distinct values, so that ties are common. */
  private static StockFuturesTrade anyTrade(Random random) {
    var trade =
        trade()
            .at(LocalTime.of(9, 0, random.nextInt(2)))
            .price(1000 + random.nextInt(2))
            .volume(1 + random.nextInt(3), random.nextInt(3))
            .value(random.nextInt(2));
    for (TradeField field :
        List.of(
            TradeField.MARKET_BASIS,
            TradeField.THEORETICAL_BASIS,
            TradeField.DISPARITY,
            TradeField.OPEN_INTEREST,
            TradeField.OPEN_INTEREST_CHANGE_DAY,
            TradeField.CUMULATIVE_BUY_VOLUME,
            TradeField.CUMULATIVE_SELL_VOLUME,
            TradeField.BEST_ASK,
            TradeField.BEST_BID)) {
      trade.with(field, random.nextInt(3) == 0 ? StockFuturesTrade.NULL : random.nextInt(3));
    }
    return trade.build();
  }

  @Test
  void slopeIsThatOfAllPairs() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      List<StockFuturesTrade> trades = day(new Random(seed), 20);

      assertThat(bar(window(trades)).orNull(BarColumns.BASIS_SLOPE))
          .as("seed %d", seed)
          .isEqualTo(slope(trades));
    }
  }

  /** Sum of (ti - tj)(bi - bj) over sum of (ti - tj)^2. */
  private static BigDecimal slope(List<StockFuturesTrade> trades) {
    BigInteger numerator = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ZERO;
    for (StockFuturesTrade a : trades) {
      for (StockFuturesTrade b : trades) {
        if (a.has(TradeField.MARKET_BASIS) && b.has(TradeField.MARKET_BASIS)) {
          BigInteger time = BigInteger.valueOf(a.eventTimeMillis() - b.eventTimeMillis());
          long basis = a.raw(TradeField.MARKET_BASIS) - b.raw(TradeField.MARKET_BASIS);
          numerator = numerator.add(time.multiply(BigInteger.valueOf(basis)));
          denominator = denominator.add(time.multiply(time));
        }
      }
    }
    return new BigDecimal(numerator.multiply(BigInteger.valueOf(600)))
        .divide(new BigDecimal(denominator), 4, RoundingMode.HALF_UP);
  }

  @Test
  void changesOfBarsAddUpToTheDays() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<StockFuturesTrade> trades = day(random, 80);
      trades.removeIf(trade -> random.nextInt(4) == 0);
      StockFuturesTrade first = trades.get(0);
      StockFuturesTrade last = trades.get(trades.size() - 1);
      List<Bar> bars = bars(trades, 10_000);

      long before = first.cumulativeVolume() - first.quantity();
      assertThat(
              bars.stream()
                  .mapToLong(b -> b.get(BarColumns.VOLUME) + b.get(BarColumns.MISSED_VOLUME))
                  .sum())
          .as("seed %d", seed)
          .isEqualTo(last.cumulativeVolume() - before);
      assertThat(
              bars.stream()
                  .map(bar -> bar.get(BarColumns.TURNOVER))
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .as("seed %d", seed)
          .isEqualByComparingTo(
              BigDecimal.valueOf(
                  last.cumulativeValue()
                      - first.cumulativeValue()
                      + first.price() * first.quantity() * 10));
      assertThat(bars.stream().mapToLong(bar -> bar.get(BarColumns.PRICE_CHANGE)).sum())
          .as("seed %d", seed)
          .isEqualTo(last.price() - first.price());
      assertThat(bars.stream().mapToLong(bar -> bar.get(BarColumns.OI_CHANGE)).sum())
          .as("seed %d", seed)
          .isEqualTo(last.openInterest() - first.openInterest());
      assertThat(bars)
          .as("seed %d", seed)
          .allSatisfy(
              b ->
                  assertThat(b.get(BarColumns.COMPLETE))
                      .isEqualTo(b.get(BarColumns.MISSED_VOLUME) == 0))
          .noneMatch(Bar::contradictsMultiplier);
    }
  }

  private static List<Bar> bars(List<StockFuturesTrade> trades, long size) {
    TreeMap<Long, BarAccumulator> windows = new TreeMap<>();
    for (StockFuturesTrade trade : trades) {
      windows
          .computeIfAbsent(
              KstTumblingWindows.start(trade.eventTimeMillis(), size), s -> new BarAccumulator())
          .add(trade);
    }
    List<Bar> bars = new ArrayList<>();
    Carry carry = null;
    for (var window : windows.entrySet()) {
      long start = window.getKey();
      bars.add(CALCULATOR.bar(start, start + size, window.getValue(), carry));
      carry = Carry.of(window.getValue(), KoreaTime.epochDay(start), carry);
    }
    return bars;
  }
}
