package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.analytics.bars.BarColumns.*;
import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.DATE;
import static io.github.kisfutures.market.TradeFixture.hundredths;
import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.market.TradeFixture;
import java.math.BigDecimal;
import java.time.Instant;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

/** Every column against examples worked out by hand; multiplier 10. */
class BarCalculatorTest {
  private static final long NINE = millis("09:00:00");
  private static final long MINUTE = 60_000;

  private final BarCalculator calculator =
      new BarCalculator(CONTRACT, "삼성전자 F 202608", BigDecimal.TEN);

  private static BarAccumulator window(TradeFixture... trades) {
    BarAccumulator window = new BarAccumulator();
    for (TradeFixture trade : trades) {
      window.add(trade.build());
    }
    return window;
  }

  private Bar bar(TradeFixture... trades) {
    return calculator.bar(NINE, NINE + MINUTE, window(trades), null);
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  private static TradeFixture first() {
    return trade()
        .at("09:00:05")
        .price(1000)
        .volume(102, 2)
        .value(1_020_000)
        .basis("-1.25", "-1.00")
        .with(TradeField.DISPARITY, hundredths("0.10"))
        .with(TradeField.OPEN_INTEREST, 500)
        .with(TradeField.OPEN_INTEREST_CHANGE_DAY, 20)
        .with(TradeField.CUMULATIVE_BUY_VOLUME, 60)
        .with(TradeField.CUMULATIVE_SELL_VOLUME, 42)
        .with(TradeField.BEST_ASK, 1005)
        .with(TradeField.BEST_BID, 995);
  }

  private static TradeFixture second() {
    return first()
        .at("09:00:35")
        .price(1010)
        .volume(105, 3)
        .value(1_050_300)
        .basis("-1.00", "-1.10")
        .with(TradeField.OPEN_INTEREST, 499)
        .with(TradeField.OPEN_INTEREST_CHANGE_DAY, 19)
        .with(TradeField.CUMULATIVE_BUY_VOLUME, 63);
  }

  private static TradeFixture third() {
    return second()
        .at("09:00:50")
        .price(990)
        .volume(106, 1)
        .value(1_060_200)
        .basis("0.30", "-0.95")
        .with(TradeField.DISPARITY, hundredths("-0.12"))
        .with(TradeField.OPEN_INTEREST, 498)
        .with(TradeField.OPEN_INTEREST_CHANGE_DAY, 18)
        .with(TradeField.CUMULATIVE_SELL_VOLUME, 43)
        .with(TradeField.BEST_ASK, 0)
        .with(TradeField.BEST_BID, 985);
  }

  @Test
  void firstBarOfADay() {
    assertThat(bar(third(), first(), second()))
        .isEqualTo(
            new Bar(
                Row.of(
                    CONTRACT,
                    Instant.parse("2026-07-10T00:00:00Z"),
                    Instant.parse("2026-07-10T00:01:00Z"),
                    DATE,
                    3L,
                    1000L,
                    1010L,
                    990L,
                    990L,
                    -10L,
                    6L,
                    decimal("60200"),
                    decimal("1003.3333"),
                    decimal("1003.3333"),
                    decimal("1000.1887"),
                    0L,
                    true,
                    decimal("-1.25"),
                    decimal("0.30"),
                    decimal("-1.25"),
                    decimal("0.30"),
                    decimal("-0.6500"),
                    decimal("1.55"),
                    decimal("1.8429"),
                    decimal("-0.95"),
                    decimal("1.25"),
                    decimal("0.3667"),
                    decimal("-0.12"),
                    500L,
                    498L,
                    -2L,
                    18L,
                    "LONG_LIQUIDATION",
                    3L,
                    1L,
                    null,
                    985L,
                    "삼성전자 F 202608",
                    decimal("3.0312"),
                    decimal("12.6301"),
                    null,
                    decimal("0.500000"),
                    2L)));
  }

  @Test
  void laterBarStartsFromTheCarryAndCountsWhatIsMissed() {
    Carry carry = Carry.of(window(first(), second(), third()), DATE.toEpochDay(), null);
    BarAccumulator window =
        window(trade().at("09:01:10").price(1000).volume(110, 1).value(1_100_200));

    assertThat(calculator.bar(NINE + MINUTE, NINE + 2 * MINUTE, window, carry))
        .isEqualTo(
            new Bar(
                Row.of(
                    CONTRACT,
                    Instant.parse("2026-07-10T00:01:00Z"),
                    Instant.parse("2026-07-10T00:02:00Z"),
                    DATE,
                    1L,
                    1000L,
                    1000L,
                    1000L,
                    1000L,
                    10L,
                    1L,
                    decimal("40000"),
                    decimal("1000.0000"),
                    decimal("1000.0000"),
                    decimal("1000.1818"),
                    3L,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    498L,
                    498L,
                    0L,
                    null,
                    "NEUTRAL",
                    null,
                    null,
                    null,
                    null,
                    "삼성전자 F 202608",
                    null,
                    null,
                    null,
                    null,
                    null)));
  }

  @Test
  void carryIsTheLastBasisEvenWhereTheLastTradeHasNone() {
    Carry carry =
        Carry.of(
            window(first(), third().basis(null, null).volume(106, 1)), DATE.toEpochDay(), null);
    Bar next =
        calculator.bar(
            NINE + MINUTE,
            NINE + 2 * MINUTE,
            window(third().at("09:01:01").volume(107, 1).basis("2.00")),
            carry);

    assertThat(next.orNull(BASIS_DRIFT)).isEqualTo("3.25");
    assertThat(carry.price()).isEqualTo(990);
  }

  @Test
  void carryWithoutBasisLeavesTheDriftNull() {
    Carry carry = Carry.of(window(first().basis(null, null)), DATE.toEpochDay(), null);
    Bar next = calculator.bar(NINE, NINE + MINUTE, window(second(), third()), carry);

    assertThat(next.orNull(BASIS_DRIFT)).isNull();
    assertThat(next.orNull(BASIS_CLOSE)).isEqualTo("0.30");
  }

  @Test
  void carryOfAnotherDateIsNotUsed() {
    Carry yesterday = Carry.of(window(second()), DATE.minusDays(1).toEpochDay(), null);

    assertThat(calculator.bar(NINE, NINE + MINUTE, window(first(), third()), yesterday))
        .isEqualTo(bar(first(), third()));
  }

  @Test
  void nullBasisTakesNoPart() {
    Bar bar =
        bar(
            first().basis(null, "-1.00"),
            second().basis("-1.00", null),
            third().basis(null, "-0.95"));

    assertThat(bar.orNull(BASIS_OPEN)).isEqualTo("-1.00");
    assertThat(bar.orNull(BASIS_HIGH)).isEqualTo("-1.00");
    assertThat(bar.orNull(BASIS_LOW)).isEqualTo("-1.00");
    assertThat(bar.orNull(BASIS_CLOSE)).isEqualTo("-1.00");
    assertThat(bar.orNull(BASIS_MEAN)).isEqualTo("-1.0000");
    assertThat(bar.orNull(BASIS_DRIFT)).as("the first trade has none").isNull();
    assertThat(bar.orNull(BASIS_SLOPE)).as("one time only").isNull();
    assertThat(bar.orNull(THEORETICAL_BASIS)).isEqualTo("-0.95");
    assertThat(bar.orNull(MISPRICING)).isEqualTo("-0.05");
    assertThat(bar.orNull(MISPRICING_MEAN)).as("no trade has both").isNull();
  }

  @Test
  void lastTradesNullsAreNull() {
    Bar bar =
        bar(
            first(),
            third()
                .basis("0.30", null)
                .with(TradeField.DISPARITY, StockFuturesTrade.NULL)
                .with(TradeField.OPEN_INTEREST, StockFuturesTrade.NULL)
                .with(TradeField.OPEN_INTEREST_CHANGE_DAY, StockFuturesTrade.NULL)
                .with(TradeField.CUMULATIVE_BUY_VOLUME, StockFuturesTrade.NULL)
                .with(TradeField.BEST_BID, StockFuturesTrade.NULL));

    assertThat(bar.orNull(THEORETICAL_BASIS)).isNull();
    assertThat(bar.orNull(MISPRICING)).isNull();
    assertThat(bar.orNull(MISPRICING_MEAN)).as("of the first trade").isEqualTo("-0.2500");
    assertThat(bar.orNull(DISPARITY)).isNull();
    assertThat(bar.orNull(OI_OPEN)).isEqualTo(500);
    assertThat(bar.orNull(OI_CLOSE)).as("the last that a trade says").isEqualTo(500);
    assertThat(bar.orNull(OI_CHANGE)).isZero();
    assertThat(bar.orNull(OI_SIGNAL)).isEqualTo("NEUTRAL");
    assertThat(bar.orNull(OI_CHANGE_DAY)).isNull();
    assertThat(bar.orNull(BUY_VOLUME)).isNull();
    assertThat(bar.orNull(SELL_VOLUME)).isEqualTo(1);
    assertThat(bar.orNull(BEST_BID)).isNull();
  }

  @Test
  void halvesAreRoundedAwayFromZero() {
    BarAccumulator window = new BarAccumulator();
    for (int i = 0; i < 8; i++) {
      window.add(trade().volume(i + 1, 1).basis(i == 3 ? "-0.01" : "0.00", "0.00").build());
    }
    Bar bar = calculator.bar(NINE, NINE + MINUTE, window, null);
    assertThat(bar.orNull(BASIS_MEAN)).as("-0.00125").isEqualTo("-0.0013");
    assertThat(bar.orNull(MISPRICING_MEAN)).isEqualTo("-0.0013");

    Bar mean =
        bar(
            trade().price(1000).volume(31, 31).value(310_000),
            trade().price(1001).volume(32, 1).value(320_010));
    assertThat(mean.orNull(VWAP)).as("1000.03125").isEqualTo("1000.0313");
    assertThat(mean.orNull(VWAP_OBSERVED)).isEqualTo("1000.0313");
    assertThat(mean.orNull(SESSION_VWAP)).isEqualTo("1000.0313");
    assertThat(mean.contradictsMultiplier()).isFalse();
  }

  @Test
  void slopeIsInWonPerMinute() {
    assertThat(bar(at("09:00:00", "1.00"), at("09:00:30", "2.00")).orNull(BASIS_SLOPE))
        .isEqualTo("2.0000");
    assertThat(bar(at("09:00:00", "0.01"), at("09:00:59", "0.00")).orNull(BASIS_SLOPE))
        .as("-0.01 in 59 s")
        .isEqualTo("-0.0102");
    assertThat(bar(at("09:00:07", "1.00"), at("09:00:07", "2.00")).orNull(BASIS_SLOPE))
        .as("one time")
        .isNull();
    assertThat(bar(at("09:00:07", "5.00")).orNull(BASIS_SLOPE)).isNull();
  }

  private static TradeFixture at(String time, String basis) {
    return trade().at(time).basis(basis);
  }

  @Test
  void divisionByZeroIsNull() {
    Bar bar = bar(trade().volume(0, 0).value(0));

    assertThat(bar.orNull(VWAP)).isNull();
    assertThat(bar.orNull(VWAP_OBSERVED)).isNull();
    assertThat(bar.orNull(SESSION_VWAP)).isNull();
    assertThat(bar.orNull(MISSED_VOLUME)).isZero();
    assertThat(bar.orNull(COMPLETE)).isTrue();
    assertThat(bar.contradictsMultiplier()).isFalse();
    assertThat(bar.orNull(TURNOVER)).isEqualTo("0");
  }

  @Test
  void wrongMultiplierShowsInACompleteBarOnly() {
    BarCalculator wrong = new BarCalculator(CONTRACT, null, new BigDecimal(100));
    Carry carry = Carry.of(window(first()), DATE.toEpochDay(), null);

    Bar complete = wrong.bar(NINE, NINE + MINUTE, window(second()), carry);
    assertThat(complete.orNull(COMPLETE)).isTrue();
    assertThat(complete.orNull(VWAP)).isEqualTo("101.0000");
    assertThat(complete.orNull(VWAP_OBSERVED)).isEqualTo("1010.0000");
    assertThat(complete.contradictsMultiplier()).isTrue();

    Bar incomplete = wrong.bar(NINE, NINE + MINUTE, window(third()), carry);
    assertThat(incomplete.orNull(COMPLETE)).isFalse();
    assertThat(incomplete.contradictsMultiplier()).isFalse();
  }

  @Test
  void absurdNumbersNeitherThrowNorWrap() {
    TradeFixture absurd =
        trade()
            .price(Long.MAX_VALUE)
            .volume(Long.MAX_VALUE, Long.MAX_VALUE)
            .value(Long.MAX_VALUE)
            .with(TradeField.MARKET_BASIS, Long.MAX_VALUE)
            .with(TradeField.OPEN_INTEREST, Long.MAX_VALUE);
    TradeFixture opposite =
        trade()
            .price(-Long.MAX_VALUE)
            .volume(-5, -Long.MAX_VALUE)
            .value(-Long.MAX_VALUE)
            .with(TradeField.MARKET_BASIS, -Long.MAX_VALUE)
            .with(TradeField.OPEN_INTEREST, -Long.MAX_VALUE);

    assertThatCode(() -> bar(absurd, opposite)).doesNotThrowAnyException();
    Bar bar = bar(opposite, absurd);
    assertThat(bar.orNull(PRICE_CHANGE)).isEqualTo(Long.MAX_VALUE);
    assertThat(bar.orNull(OI_CHANGE)).isEqualTo(Long.MAX_VALUE);
    assertThat(bar.orNull(VOLUME)).isZero();
    assertThat(bar.orNull(VWAP_OBSERVED)).isNull();
  }

  @Test
  void signalFollowsTheSigns() {
    assertThat(OiSignal.of(1, 1)).isEqualTo(OiSignal.LONG_BUILDUP);
    assertThat(OiSignal.of(-1, 1)).isEqualTo(OiSignal.SHORT_BUILDUP);
    assertThat(OiSignal.of(1, -1)).isEqualTo(OiSignal.SHORT_COVERING);
    assertThat(OiSignal.of(-1, -1)).isEqualTo(OiSignal.LONG_LIQUIDATION);
    assertThat(OiSignal.of(0, 1)).isEqualTo(OiSignal.NEUTRAL);
    assertThat(OiSignal.of(1, 0)).isEqualTo(OiSignal.NEUTRAL);
  }
}
