package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.market.TradeFixture.trade;

import io.github.kisfutures.analytics.continuity.Gap;
import io.github.kisfutures.analytics.continuity.GapCause;
import io.github.kisfutures.feed.ManualScheduler;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.simulator.FrameSource;
import io.github.kisfutures.wire.TradeEncoder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A market that a test can tell by heart: every contract trades once a second, or so many times, in
 * one frame. Trade number n of the day, from 1, is 10 contracts at {@link #price}; its cumulative
 * volume is 10 n.
 */
final class SteadyMarket implements FrameSource {
  static final long QUANTITY = 10;

  private final List<String> contracts;
  private final int tradesPerSecond;
  private final long period;
  private Instant dayFrom = Instant.MIN;
  private LocalDate date = LocalDate.EPOCH;
  private long second;

  SteadyMarket(int tradesPerSecond, List<String> contracts) {
    this(tradesPerSecond, 1, contracts);
  }

  /** A market that trades so many times, in one frame, every so many seconds. */
  SteadyMarket(int tradesPerSecond, long period, List<String> contracts) {
    this.period = period;
    this.tradesPerSecond = tradesPerSecond;
    this.contracts = List.copyOf(contracts);
  }

  static long price(long number) {
    return 1000 + number % 7 * 3;
  }

  /** Won traded in trades first to last. */
  private static long value(long first, long last) {
    long value = 0;
    for (long number = first; number <= last; number++) {
      value += price(number) * QUANTITY * 10;
    }
    return value;
  }

  @Override
  public void begin(Instant now) {
    dayFrom = now;
    date = KoreaTime.date(now.toEpochMilli());
  }

  @Override
  public List<DueFrame> due(Instant now, int registrations) {
    List<DueFrame> due = new ArrayList<>();
    for (Instant next = dayFrom.plusSeconds((second + 1) * period);
        !next.isAfter(now);
        next = dayFrom.plusSeconds((second + 1) * period)) {
      if (!KoreaTime.date(next.toEpochMilli()).equals(date)) {
        date = KoreaTime.date(next.toEpochMilli());
        dayFrom =
            Instant.ofEpochMilli(KoreaTime.startOfDayMillis(date.toEpochDay()) - period * 1000);
        second = 0;
        continue;
      }
      second++;
      for (String contract : contracts) {
        due.add(frame(contract, next));
      }
    }
    return due;
  }

  private DueFrame frame(String contract, Instant at) {
    List<StockFuturesTrade> trades = new ArrayList<>();
    for (long n = (second - 1) * tradesPerSecond + 1; n <= second * tradesPerSecond; n++) {
      trades.add(
          trade()
              .contract(contract)
              .on(date)
              .at(LocalTime.ofSecondOfDay(KoreaTime.secondOfDay(at.toEpochMilli())))
              .price(price(n))
              .volume(QUANTITY * n, QUANTITY)
              .value(value(1, n))
              .basis(n % 11 == 0 ? null : n % 5 + ".00", "2.50")
              .with(TradeField.OPEN_INTEREST, 5000 + n % 13)
              .with(TradeField.CUMULATIVE_BUY_VOLUME, n * 4)
              .with(TradeField.CUMULATIVE_SELL_VOLUME, n * 6)
              .with(TradeField.BEST_ASK, price(n) + 1)
              .with(TradeField.BEST_BID, price(n))
              .build());
    }
    return new DueFrame(TradeEncoder.encode(trades), Set.of(contract), trades);
  }

  /** The gap of trades first to last, a market of one trade a second begun with virtual time. */
  static Gap missed(String contract, long first, long last, GapCause cause) {
    return missed(contract, first, last, cause, 1);
  }

  static Gap missed(String contract, long first, long last, GapCause cause, int tradesPerSecond) {
    return missed(
        contract,
        first,
        last,
        cause,
        first == 1 ? null : time(first - 1, tradesPerSecond),
        time(last + 1, tradesPerSecond));
  }

  static Gap missed(
      String contract, long first, long last, GapCause cause, Instant before, Instant after) {
    return Gap.hole(
        contract,
        KoreaTime.date(after.toEpochMilli()),
        QUANTITY * (first - 1),
        QUANTITY * last,
        BigDecimal.valueOf(value(first, last)),
        BigDecimal.TEN,
        before,
        after,
        cause);
  }

  /** When a trade happens. */
  static Instant time(long number, int tradesPerSecond) {
    return ManualScheduler.START.plus(
        Duration.ofSeconds((number + tradesPerSecond - 1) / tradesPerSecond));
  }
}
