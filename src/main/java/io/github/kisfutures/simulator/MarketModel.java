package io.github.kisfutures.simulator;

import io.github.kisfutures.market.StockFuturesTrade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A seeded, deterministic market of stock futures: trades in the order of time, whose 49 fields
 * obey every identity of {@code docs/feed.md}, "Fields". The same settings and date (or starting
 * instant) give the same trades. Prices in whole won, on the tick grid. Not thread-safe.
 */
public final class MarketModel {
  private static final long MICROS_PER_MILLI = 1000;

  private final PriorityQueue<SimulatedContract> agenda =
      new PriorityQueue<>(
          Comparator.comparingLong(SimulatedContract::nextAtMicros)
              .thenComparingInt(SimulatedContract::rank));

  private MarketModel(MarketSettings settings, Timetable timetable) {
    for (int rank = 0; rank < settings.contracts().size(); rank++) {
      agenda.add(new SimulatedContract(settings, rank, timetable));
    }
  }

  /**
   * A day of the exchange: the opening auction's trades at 08:45:00, continuous trading until
   * 15:35, the closing auction's trades at 15:45:00 (KST).
   */
  public static MarketModel exchangeDay(MarketSettings settings, LocalDate date) {
    return new MarketModel(settings, Timetable.exchangeDay(date));
  }

  /**
   * Continuous trading from an instant on, whatever the hour, without an end. Cumulative fields
   * begin at 0 there, and again at every midnight (KST).
   */
  public static MarketModel aroundTheClock(MarketSettings settings, Instant from) {
    return new MarketModel(settings, Timetable.aroundTheClock(from));
  }

  /** All trades of {@link #exchangeDay}, in the order of time. */
  public static Stream<StockFuturesTrade> tradesOfDay(MarketSettings settings, LocalDate date) {
    MarketModel model = exchangeDay(settings, date);
    return Stream.generate(model::nextBurst)
        .takeWhile(burst -> burst != null)
        .flatMap(burst -> burst.trades().stream());
  }

  /** The next trades, or null when the day is over. */
  public @Nullable TradeBurst nextBurst() {
    return nextAtMicros() == Timetable.NEVER ? null : advance();
  }

  /** The trades not yet given out up to and including an instant, in the order of time. */
  public List<TradeBurst> burstsUntil(Instant end) {
    long limit = (end.toEpochMilli() + 1) * MICROS_PER_MILLI;
    List<TradeBurst> bursts = new ArrayList<>();
    while (nextAtMicros() < limit) {
      bursts.add(advance());
    }
    return bursts;
  }

  /** The next trades, though they are not due yet: they happen at an instant before. */
  public TradeBurst burstAt(Instant now) {
    SimulatedContract contract = agenda.remove();
    contract.hurry(now.toEpochMilli() * MICROS_PER_MILLI);
    TradeBurst burst = contract.trade();
    agenda.add(contract);
    return burst;
  }

  /** Puts everything to come off, as a halt of trading does: nothing is traded meanwhile. */
  public void halt(Duration halt) {
    long micros = halt.toMillis() * MICROS_PER_MILLI;
    List<SimulatedContract> contracts = new ArrayList<>(agenda);
    agenda.clear();
    contracts.forEach(contract -> contract.delay(micros));
    agenda.addAll(contracts);
  }

  private long nextAtMicros() {
    SimulatedContract first = agenda.peek();
    return first == null ? Timetable.NEVER : first.nextAtMicros();
  }

  private TradeBurst advance() {
    SimulatedContract contract = agenda.remove();
    TradeBurst burst = contract.trade();
    agenda.add(contract);
    return burst;
  }
}
