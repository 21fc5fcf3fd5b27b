package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.analytics.bars.BarColumns.*;
import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.DATE;
import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.market.TradeFixture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars over the runs of the counters, what is carried, and the columns that derive from it. */
class BarRunsTest {
  private static final long MINUTE = 60_000;

  private final BarCalculator calculator = new BarCalculator(CONTRACT, null, BigDecimal.TEN);
  private final List<Bar> bars = new ArrayList<>();
  private Carry carry;

  /** Closes the next minute from 09:00 on. */
  private Bar close(StockFuturesTrade... trades) {
    BarAccumulator window = new BarAccumulator();
    for (StockFuturesTrade trade : trades) {
      window.add(trade);
    }
    long start = millis("09:00:00") + bars.size() * MINUTE;
    Bar bar = calculator.bar(start, start + MINUTE, window, carry);
    carry = Carry.of(window, DATE.toEpochDay(), carry);
    bars.add(bar);
    return bar;
  }

  private static TradeFixture sides(TradeFixture fixture, long buy, long sell) {
    return fixture
        .with(TradeField.CUMULATIVE_BUY_VOLUME, buy)
        .with(TradeField.CUMULATIVE_SELL_VOLUME, sell);
  }

  @Test
  void countersThatBeginAnewWithinAWindowAreSummedOverTheRuns() {
    close(sides(trade().volume(100, 5).value(1_000_000), 60, 40).build());
    // run 0 goes on to 110: 10 contracts at 1,000; run 1 begins at 0: 5 at 2,000, then 3 at 1,000
    Bar bar =
        close(
            sides(trade().volume(110, 10).value(1_100_000), 66, 44).build(),
            sides(trade().price(2000).volume(5, 5).value(100_000), 5, 0).build().inRun(1),
            sides(trade().volume(8, 3).value(130_000), 5, 2).build().inRun(1));

    assertThat(bar.get(TURNOVER)).isEqualTo("230000");
    assertThat(bar.get(VOLUME)).isEqualTo(18);
    assertThat(bar.get(COMPLETE)).isTrue();
    assertThat(bar.orNull(VWAP)).isEqualTo("1277.7778").isEqualTo(bar.orNull(VWAP_OBSERVED));
    assertThat(bar.orNull(BUY_VOLUME)).as("6 of run 0, 5 of run 1 from 0").isEqualTo(11);
    assertThat(bar.orNull(SELL_VOLUME)).as("4 and 2").isEqualTo(6);
    assertThat(bar.orNull(UNSIGNED_VOLUME)).isEqualTo(1);
    assertThat(bar.orNull(IMBALANCE)).as("5 / 17").isEqualTo("0.294118");
    assertThat(bar.get(CLOSE)).as("of the latest run").isEqualTo(1000);
    assertThat(bar.orNull(SESSION_VWAP)).as("130,000 / 80").isEqualTo("1625.0000");
  }

  @Test
  void aNewRunInALaterWindowStartsJustBeforeItsFirstTrade() {
    close(trade().volume(100, 5).value(1_000_000).build());
    Bar bar = close(trade().volume(95, 5).value(950_000).build().inRun(1));

    assertThat(bar.get(TURNOVER)).isEqualTo("50000");
    assertThat(bar.get(MISSED_VOLUME)).isZero();
    assertThat(bar.get(PRICE_CHANGE)).as("carry of price does not look at runs").isZero();
  }

  @Test
  void whereARunIsNotAboveCarryItsOwnTradesCountAndCarryStays() {
    close(trade().volume(100, 5).value(1_000_000).build());
    Bar wrong = close(trade().price(900).volume(90, 2).value(900_000).build());
    Bar next = close(trade().volume(103, 3).value(1_030_000).build());

    assertThat(wrong.get(TURNOVER)).isEqualTo("18000");
    assertThat(wrong.get(COMPLETE)).isTrue();
    assertThat(wrong.orNull(VWAP)).isEqualTo("900.0000");
    assertThat(next.get(TURNOVER)).as("since 100").isEqualTo("30000");
    assertThat(next.get(COMPLETE)).isTrue();
    assertThat(next.get(PRICE_CHANGE)).as("since 900").isEqualTo(100);
  }

  @Test
  void openInterestOfNothingSaysNothing() {
    Bar first =
        close(
            trade().volume(1, 1).with(TradeField.OPEN_INTEREST, 0).build(),
            trade().volume(2, 1).with(TradeField.OPEN_INTEREST, 32_060).build(),
            trade().volume(3, 1).build());
    Bar second = close(trade().volume(4, 1).with(TradeField.OPEN_INTEREST, 0).build());
    Bar third = close(trade().volume(5, 1).with(TradeField.OPEN_INTEREST, 32_061).build());

    assertThat(first.orNull(OI_OPEN)).as("the first that is said").isEqualTo(32_060);
    assertThat(first.orNull(OI_CHANGE)).isZero();
    assertThat(first.orNull(OI_SIGNAL)).isEqualTo("NEUTRAL");
    assertThat(second.orNull(OI_CLOSE)).as("carried on").isEqualTo(32_060);
    assertThat(second.orNull(OI_CHANGE)).isZero();
    assertThat(third.orNull(OI_OPEN)).isEqualTo(32_060);
    assertThat(third.orNull(OI_CHANGE)).isEqualTo(1);
  }

  @Test
  void withoutAnyOpenInterestNothingIsSaid() {
    Bar bar = close(trade().volume(1, 1).with(TradeField.OPEN_INTEREST, 0).build());

    assertThat(bar.orNull(OI_OPEN)).isNull();
    assertThat(bar.orNull(OI_CLOSE)).isNull();
    assertThat(bar.orNull(OI_SIGNAL)).isNull();
  }

  @Test
  void theLastKnownBasisOfTheDayIsCarriedOverABarWithoutOne() {
    close(trade().volume(1, 1).basis("2.50").build());
    Bar without = close(trade().volume(2, 1).build());
    Bar third = close(trade().volume(3, 1).basis("3.75").build());

    assertThat(without.orNull(BASIS_DRIFT)).isNull();
    assertThat(third.orNull(BASIS_DRIFT)).isEqualTo("1.25");
  }

  @Test
  void underlyingColumnsAreOfTheTradeThatBasisCloseIsOf() {
    // S = 77,900 - 400 = 77,500: 51.6129 bp; mispricing 400.00 - 399.50 = 0.50: 0.0645 bp
    Bar bar =
        close(
            trade().price(77_900).volume(1, 1).basis("400.00", "390.00").build(),
            trade().price(80_000).volume(2, 1).with(TradeField.THEORETICAL_BASIS, 39_950).build());

    assertThat(bar.orNull(BASIS_BP)).isEqualTo("51.6129");
    assertThat(bar.orNull(MISPRICING_BP)).isEqualTo("0.0645");
    assertThat(bar.orNull(IMPLIED_RATE)).as("111V06 has expired").isNull();
  }

  @Test
  void noUnderlyingHasAPriceOfNothing() {
    Bar bar = close(trade().price(400).volume(1, 1).basis("400.00", "1.00").build());

    assertThat(bar.orNull(BASIS_CLOSE)).isEqualTo("400.00");
    assertThat(bar.orNull(BASIS_BP)).isNull();
    assertThat(bar.orNull(MISPRICING_BP)).isNull();
    assertThat(bar.orNull(IMPLIED_RATE)).isNull();
  }

  /** 400 / 77,500 x 365 / days x 100; the second Thursday of October 2026 is the 8th: 90 days. */
  @ParameterizedTest
  @CsvSource({"A11610, 2.0932", "A11607, 188.3871", "A11606, ", "A11600, ", "A1161099, "})
  void theImpliedRateIsOfTheDaysToTheLastTradingDay(String contract, BigDecimal rate) {
    BarAccumulator window = new BarAccumulator();
    StockFuturesTrade trade = trade().price(77_900).volume(1, 1).basis("400.00").build();
    window.add(trade);
    long nine = millis("09:00:00");
    // 10 July 2026 is the day after the second Thursday of July, so A11607 is asked the day before
    long start = contract.equals("A11607") ? nine - 2 * 86_400_000L : nine;
    Bar bar =
        new BarCalculator(contract, null, BigDecimal.TEN).bar(start, start + MINUTE, window, null);

    assertThat(bar.orNull(IMPLIED_RATE)).isEqualTo(rate);
  }

  @Test
  void aDecimalMultiplierIsExact() {
    // 3 contracts at 1,001 x 10.57 = 31,741.71 won; the counter shows whole won
    BarAccumulator window = new BarAccumulator();
    window.add(trade().price(1001).volume(3, 3).value(31_742).build());
    long nine = millis("09:00:00");
    Bar bar =
        new BarCalculator(CONTRACT, null, new BigDecimal("10.57"))
            .bar(nine, nine + MINUTE, window, null);

    assertThat(bar.get(TURNOVER)).isEqualTo("31742");
    assertThat(bar.orNull(VWAP)).isEqualTo("1001.0000");
    assertThat(bar.orNull(SESSION_VWAP)).as("31,742 / 31.71").isEqualTo("1001.0091");
  }

  @Test
  void theOrderOfArrivalDoesNotMatterAcrossRuns() {
    StockFuturesTrade old = trade().volume(110, 10).value(1_100_000).build();
    StockFuturesTrade first = trade().price(2000).volume(5, 5).value(100_000).build().inRun(1);
    StockFuturesTrade next = trade().volume(8, 3).value(130_000).build().inRun(1);
    Bar bar = close(old, first, next);
    bars.clear();
    carry = null;

    assertThat(close(next, old, first)).isEqualTo(bar);
  }
}
