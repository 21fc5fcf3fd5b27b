package io.github.kisfutures.analytics.bars;

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
import org.junit.jupiter.api.Test;

/** Every column against examples worked out by hand; multiplier 10. */
class BarCalculatorTest {
  private static final long NINE = millis("09:00:00");
  private static final long MINUTE = 60_000;

  private final BarCalculator calculator = new BarCalculator(CONTRACT, 10);

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
                CONTRACT,
                Instant.parse("2026-07-10T00:00:00Z"),
                Instant.parse("2026-07-10T00:01:00Z"),
                DATE,
                3,
                1000,
                1010,
                990,
                990,
                -10,
                6,
                decimal("60200"),
                decimal("1003.3333"),
                decimal("1003.3333"),
                decimal("1000.1887"),
                0,
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
                OiSignal.LONG_LIQUIDATION,
                3L,
                1L,
                null,
                985L));
  }

  @Test
  void laterBarStartsFromTheCarryAndCountsWhatIsMissed() {
    Carry carry = Carry.of(window(first(), second(), third()), DATE.toEpochDay());
    BarAccumulator window =
        window(trade().at("09:01:10").price(1000).volume(110, 1).value(1_100_200));

    assertThat(calculator.bar(NINE + MINUTE, NINE + 2 * MINUTE, window, carry))
        .isEqualTo(
            new Bar(
                CONTRACT,
                Instant.parse("2026-07-10T00:01:00Z"),
                Instant.parse("2026-07-10T00:02:00Z"),
                DATE,
                1,
                1000,
                1000,
                1000,
                1000,
                10,
                1,
                decimal("40000"),
                decimal("1000.0000"),
                decimal("1000.0000"),
                decimal("1000.1818"),
                3,
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
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
  }

  @Test
  void carryIsTheLastBasisEvenWhereTheLastTradeHasNone() {
    Carry carry =
        Carry.of(window(first(), third().basis(null, null).volume(106, 1)), DATE.toEpochDay());
    Bar next =
        calculator.bar(
            NINE + MINUTE,
            NINE + 2 * MINUTE,
            window(third().at("09:01:01").volume(107, 1).basis("2.00")),
            carry);

    assertThat(next.basisDrift()).isEqualTo("3.25");
    assertThat(carry.price()).isEqualTo(990);
  }

  @Test
  void carryWithoutBasisLeavesTheDriftNull() {
    Carry carry = Carry.of(window(first().basis(null, null)), DATE.toEpochDay());
    Bar next = calculator.bar(NINE, NINE + MINUTE, window(second(), third()), carry);

    assertThat(next.basisDrift()).isNull();
    assertThat(next.basisClose()).isEqualTo("0.30");
  }

  @Test
  void carryOfAnotherDateIsNotUsed() {
    Carry yesterday = Carry.of(window(second()), DATE.minusDays(1).toEpochDay());

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

    assertThat(bar.basisOpen()).isEqualTo("-1.00");
    assertThat(bar.basisHigh()).isEqualTo("-1.00");
    assertThat(bar.basisLow()).isEqualTo("-1.00");
    assertThat(bar.basisClose()).isEqualTo("-1.00");
    assertThat(bar.basisMean()).isEqualTo("-1.0000");
    assertThat(bar.basisDrift()).as("the first trade has none").isNull();
    assertThat(bar.basisSlope()).as("one time only").isNull();
    assertThat(bar.theoreticalBasis()).isEqualTo("-0.95");
    assertThat(bar.mispricing()).isEqualTo("-0.05");
    assertThat(bar.mispricingMean()).as("no trade has both").isNull();
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

    assertThat(bar.theoreticalBasis()).isNull();
    assertThat(bar.mispricing()).isNull();
    assertThat(bar.mispricingMean()).as("of the first trade").isEqualTo("-0.2500");
    assertThat(bar.disparity()).isNull();
    assertThat(bar.oiOpen()).isEqualTo(500);
    assertThat(bar.oiClose()).isNull();
    assertThat(bar.oiChange()).isNull();
    assertThat(bar.oiSignal()).isNull();
    assertThat(bar.oiChangeDay()).isNull();
    assertThat(bar.buyVolume()).isNull();
    assertThat(bar.sellVolume()).isEqualTo(1);
    assertThat(bar.bestBid()).isNull();
  }

  @Test
  void halvesAreRoundedAwayFromZero() {
    BarAccumulator window = new BarAccumulator();
    for (int i = 0; i < 8; i++) {
      window.add(trade().volume(i + 1, 1).basis(i == 3 ? "-0.01" : "0.00", "0.00").build());
    }
    Bar bar = calculator.bar(NINE, NINE + MINUTE, window, null);
    assertThat(bar.basisMean()).as("-0.00125").isEqualTo("-0.0013");
    assertThat(bar.mispricingMean()).isEqualTo("-0.0013");

    Bar mean =
        bar(
            trade().price(1000).volume(31, 31).value(310_000),
            trade().price(1001).volume(32, 1).value(320_010));
    assertThat(mean.vwap()).as("1000.03125").isEqualTo("1000.0313");
    assertThat(mean.vwapObserved()).isEqualTo("1000.0313");
    assertThat(mean.sessionVwap()).isEqualTo("1000.0313");
    assertThat(mean.contradictsMultiplier()).isFalse();
  }

  @Test
  void slopeIsInWonPerMinute() {
    assertThat(bar(at("09:00:00", "1.00"), at("09:00:30", "2.00")).basisSlope())
        .isEqualTo("2.0000");
    assertThat(bar(at("09:00:00", "0.01"), at("09:00:59", "0.00")).basisSlope())
        .as("-0.01 in 59 s")
        .isEqualTo("-0.0102");
    assertThat(bar(at("09:00:07", "1.00"), at("09:00:07", "2.00")).basisSlope())
        .as("one time")
        .isNull();
    assertThat(bar(at("09:00:07", "5.00")).basisSlope()).isNull();
  }

  private static TradeFixture at(String time, String basis) {
    return trade().at(time).basis(basis);
  }

  @Test
  void divisionByZeroIsNull() {
    Bar bar = bar(trade().volume(0, 0).value(0));

    assertThat(bar.vwap()).isNull();
    assertThat(bar.vwapObserved()).isNull();
    assertThat(bar.sessionVwap()).isNull();
    assertThat(bar.missedVolume()).isZero();
    assertThat(bar.complete()).isTrue();
    assertThat(bar.contradictsMultiplier()).isFalse();
    assertThat(bar.turnover()).isEqualTo("0");
  }

  @Test
  void wrongMultiplierShowsInACompleteBarOnly() {
    BarCalculator wrong = new BarCalculator(CONTRACT, 100);
    Carry carry = Carry.of(window(first()), DATE.toEpochDay());

    Bar complete = wrong.bar(NINE, NINE + MINUTE, window(second()), carry);
    assertThat(complete.complete()).isTrue();
    assertThat(complete.vwap()).isEqualTo("101.0000");
    assertThat(complete.vwapObserved()).isEqualTo("1010.0000");
    assertThat(complete.contradictsMultiplier()).isTrue();

    Bar incomplete = wrong.bar(NINE, NINE + MINUTE, window(third()), carry);
    assertThat(incomplete.complete()).isFalse();
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
    assertThat(bar.priceChange()).isEqualTo(Long.MAX_VALUE);
    assertThat(bar.oiChange()).isEqualTo(Long.MAX_VALUE);
    assertThat(bar.volume()).isZero();
    assertThat(bar.vwapObserved()).isNull();
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
