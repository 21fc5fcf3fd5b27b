package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.TradeDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketModelTest {
  private static final LocalDate DATE = LocalDate.of(2026, 7, 10);
  private static final int MANY = 100_000;

  @Test
  void theSameSeedSettingsAndDateGiveTheSameDay() {
    MarketSettings settings = MarketSettings.ofDefaultContracts(2, 7);

    List<StockFuturesTrade> day = MarketModel.tradesOfDay(settings, DATE).toList();

    assertThat(MarketModel.tradesOfDay(settings, DATE)).containsExactlyElementsOf(day);
  }

  @Test
  void anotherSeedOrDateGivesAnotherDay() {
    List<Long> prices = prices(1, DATE);

    assertThat(prices(2, DATE)).isNotEqualTo(prices);
    assertThat(prices(1, DATE.plusDays(1))).isNotEqualTo(prices);
  }

  private static List<Long> prices(long seed, LocalDate date) {
    return MarketModel.tradesOfDay(MarketSettings.ofDefaultContracts(20, seed), date)
        .limit(1_000)
        .map(StockFuturesTrade::price)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, -4, 20260710})
  void everyIdentityHolds(long seed) {
    MarketSettings settings = MarketSettings.ofDefaultContracts(20, seed);
    TradeIdentities identities = new TradeIdentities("seed " + seed);

    MarketModel.tradesOfDay(settings, DATE).limit(MANY).forEach(identities::check);

    assertThat(identities.checked()).isEqualTo(MANY);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void everyIdentityHoldsInAWholeDayWithItsAuctions(long seed) {
    TradeIdentities identities = new TradeIdentities("seed " + seed);

    List<StockFuturesTrade> day =
        MarketModel.tradesOfDay(MarketSettings.ofDefaultContracts(1, seed), DATE)
            .peek(identities::check)
            .toList();

    assertThat(day.get(0).tradeTime()).isEqualTo(LocalTime.of(8, 45));
    assertThat(day.get(day.size() - 1).tradeTime()).isEqualTo(LocalTime.of(15, 45));
    assertThat(day)
        .extracting(StockFuturesTrade::tradeTime)
        .noneMatch(
            time -> time.isAfter(LocalTime.of(15, 35)) && time.isBefore(LocalTime.of(15, 45)));
    assertThat(day.stream().filter(t -> t.tradeTime().equals(LocalTime.of(15, 45))))
        .as("closing auction")
        .hasSizeGreaterThanOrEqualTo(3 * DefaultContracts.CODES.size());
  }

  @Test
  void tradesSurviveTheWire() {
    MarketModel model = MarketModel.exchangeDay(MarketSettings.ofDefaultContracts(50, 11), DATE);
    TradeDecoder decoder = new TradeDecoder();

    for (int i = 0; i < 20_000; i++) {
      TradeBurst burst = model.nextBurst();
      assertThat(decoder.decode(burst.frame(), burst.trades().get(0).receipt()))
          .as("seed 11, frame %s", burst.frame())
          .isEqualTo(new DecodedFrame.Trades(burst.trades(), 0));
    }
  }

  @Test
  void tradesComeInTheOrderOfTime() {
    List<StockFuturesTrade> day =
        MarketModel.tradesOfDay(MarketSettings.ofDefaultContracts(20, 3), DATE)
            .limit(MANY)
            .toList();

    assertThat(day).extracting(t -> t.receipt().receivedAtMillis()).isSorted();
    assertThat(day).allSatisfy(t -> assertThat(t.tradingDate()).isEqualTo(DATE));
  }

  @Test
  void theRateIsTheMeanOverAllContracts() {
    Instant start = Instant.parse("2026-07-10T18:00:00Z");
    MarketModel model = MarketModel.aroundTheClock(MarketSettings.ofDefaultContracts(40, 5), start);

    long trades =
        model.burstsUntil(start.plus(Duration.ofMinutes(30))).stream()
            .mapToLong(burst -> burst.trades().size())
            .sum();

    assertThat(trades / 1800.0).isBetween(38.0, 42.0);
  }

  @Test
  void noneOfTenContractsIsQuietForLongAtTwentyTradesASecond() {
    Instant start = Instant.parse("2026-07-10T18:00:00Z");
    MarketModel model = MarketModel.aroundTheClock(MarketSettings.ofDefaultContracts(20, 9), start);
    Map<String, Long> last = new HashMap<>();

    model
        .burstsUntil(start.plus(Duration.ofMinutes(20)))
        .forEach(
            burst -> {
              long before = last.getOrDefault(burst.contract(), start.toEpochMilli());
              assertThat(burst.atMillis() - before).as(burst.contract()).isLessThanOrEqualTo(3_000);
              last.put(burst.contract(), burst.atMillis());
            });

    assertThat(last).hasSize(10);
  }

  @Test
  void contractsDifferInActivityAndSomeTradesComeInBursts() {
    MarketModel model = MarketModel.exchangeDay(MarketSettings.ofDefaultContracts(20, 4), DATE);
    List<TradeBurst> bursts =
        java.util.stream.Stream.generate(model::nextBurst).limit(20_000).toList();

    Map<String, Long> counts =
        bursts.stream().collect(Collectors.groupingBy(TradeBurst::contract, Collectors.counting()));
    assertThat(counts.get(DefaultContracts.CODES.get(0)))
        .isGreaterThan(4 * counts.get(DefaultContracts.CODES.get(9)));
    Map<Integer, Long> sizes =
        bursts.stream()
            .collect(Collectors.groupingBy(b -> b.trades().size(), Collectors.counting()));
    assertThat(sizes.keySet()).contains(1, 2, 10, 18).allMatch(size -> size <= 20);
  }

  @Test
  void atMidnightTheCumulativeFieldsBeginAgain() {
    Instant beforeMidnight = Instant.parse("2026-07-10T14:59:00Z");
    MarketModel model =
        MarketModel.aroundTheClock(MarketSettings.ofDefaultContracts(20, 8), beforeMidnight);

    TradeIdentities identities = new TradeIdentities("seed 8");
    List<StockFuturesTrade> trades =
        model.burstsUntil(beforeMidnight.plusSeconds(120)).stream()
            .flatMap(burst -> burst.trades().stream())
            .peek(identities::check)
            .toList();

    Map<LocalDate, Map<String, StockFuturesTrade>> firsts =
        trades.stream()
            .collect(
                Collectors.groupingBy(
                    StockFuturesTrade::tradingDate,
                    Collectors.toMap(
                        StockFuturesTrade::contract, Function.identity(), (a, b) -> a)));
    assertThat(firsts).containsOnlyKeys(DATE, DATE.plusDays(1));
    assertThat(firsts.get(DATE.plusDays(1)).values())
        .hasSize(10)
        .allSatisfy(first -> assertThat(first.cumulativeVolume()).isEqualTo(first.quantity()));
  }

  @Test
  void aHaltPutsEverythingOff() {
    Instant start = Instant.parse("2026-07-10T03:00:00Z");
    MarketModel halted =
        MarketModel.aroundTheClock(MarketSettings.ofDefaultContracts(20, 8), start);
    MarketModel other = MarketModel.aroundTheClock(MarketSettings.ofDefaultContracts(20, 8), start);

    halted.halt(Duration.ofHours(1));

    assertThat(halted.burstsUntil(start.plus(Duration.ofHours(1)))).isEmpty();
    assertThat(halted.nextBurst().atMillis())
        .isEqualTo(other.nextBurst().atMillis() + Duration.ofHours(1).toMillis());
  }
}
