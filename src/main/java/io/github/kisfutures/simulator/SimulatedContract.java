package io.github.kisfutures.simulator;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TickSize;
import java.util.ArrayList;
import java.util.List;

/** One contract of the simulated market: its random stream, prices, day and next trading time. */
final class SimulatedContract {
  private static final String SESSION = "simulator";
  private static final long MICROS_PER_MILLI = 1000;
  private static final int SWEEP_PERCENT = 30;
  private static final long LEAST_OPEN_INTEREST = 1_000;
  private static final long LEAST_VOLUME = 1_000;

  /** What {@link #quantity} comes to on average, roughly. */
  private static final long MEAN_QUANTITY = 12;

  private final String code;
  private final int rank;
  private final Timetable timetable;
  private final long meanGapMicros;
  private final SeededRandom random;

  private Underlying underlying;
  private Quote quote;
  private ContractDay day;
  private long epochDay;
  private long nextAtMicros;
  private long bursts;

  SimulatedContract(MarketSettings settings, int rank, Timetable timetable) {
    this.code = settings.contracts().get(rank);
    this.rank = rank;
    this.timetable = timetable;
    this.meanGapMicros = Activity.meanGapMicros(settings, rank);
    this.epochDay = KoreaTime.epochDay(timetable.start() / MICROS_PER_MILLI);
    this.random = new SeededRandom(settings.seed(), epochDay, code);
    long close = TickSize.floor(DefaultContracts.startingPrice(code, random));
    this.day =
        new ContractDay(PriceBand.around(close), previousVolume(), random.between(10_000, 400_000));
    this.underlying = openingShare(close);
    this.quote = openingQuote();
    this.nextAtMicros = timetable.first(gap());
  }

  /** Half to one and a half of what a day brings. */
  private long previousVolume() {
    long bursts = Timetable.CONTINUOUS_MICROS / meanGapMicros;
    long expected = bursts * BurstSize.perHundred() / 100 * MEAN_QUANTITY;
    return Math.max(LEAST_VOLUME, expected * random.between(50, 150) / 100);
  }

  private Underlying openingShare(long close) {
    long carry = random.between(500, 6_000);
    long spot = close * 1_000_000 / (1_000_000 + carry);
    return new Underlying(TickSize.floor(spot * random.between(990, 1010) / 1000), carry);
  }

  private Quote openingQuote() {
    return new Quote(day.band(), underlying.theoreticalHundredths() / 100);
  }

  /**
   * Time of the next trades, microseconds since the epoch; {@link Timetable#NEVER} after the last.
   */
  long nextAtMicros() {
    return nextAtMicros;
  }

  /** Position in the list of contracts, from 0. */
  int rank() {
    return rank;
  }

  /** Puts the next trades off. */
  void delay(long micros) {
    nextAtMicros += nextAtMicros == Timetable.NEVER ? 0 : micros;
  }

  /** Lets the next trades happen earlier. */
  void hurry(long micros) {
    nextAtMicros = Math.min(nextAtMicros, micros);
  }

  /** Makes the trades due at {@link #nextAtMicros} and plans the next. */
  TradeBurst trade() {
    long atMillis = nextAtMicros / MICROS_PER_MILLI;
    beginDay(KoreaTime.epochDay(atMillis));
    underlying.step(random);
    quote.follow(underlying.theoreticalHundredths(), random);
    boolean auction = timetable.isAuction(nextAtMicros);
    Receipt receipt = new Receipt(atMillis, SESSION, 0, bursts++);
    List<StockFuturesTrade> trades = auction ? auction(receipt) : sweep(receipt);
    nextAtMicros = timetable.next(nextAtMicros, gap());
    return new TradeBurst(atMillis, trades);
  }

  /** At midnight the cumulative fields begin again; the price goes on from the close. */
  private void beginDay(long date) {
    if (date != epochDay) {
      epochDay = date;
      day = day.next();
      underlying = openingShare(day.band().previousClose());
      quote = openingQuote();
    }
  }

  private List<StockFuturesTrade> auction(Receipt receipt) {
    long size = random.between(3, 12);
    long price = quote.bid();
    List<StockFuturesTrade> trades = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      trades.add(trade(price, Aggressor.NOBODY, receipt, i));
    }
    return trades;
  }

  private List<StockFuturesTrade> sweep(Receipt receipt) {
    int size = BurstSize.draw(random);
    boolean buys = random.percent(50);
    List<StockFuturesTrade> trades = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      long price = buys ? quote.ask() : quote.bid();
      trades.add(trade(price, buys ? Aggressor.BUYER : Aggressor.SELLER, receipt, i));
      if (i + 1 < size && random.percent(SWEEP_PERCENT)) {
        quote.move(buys);
      }
    }
    return trades;
  }

  private StockFuturesTrade trade(long price, Aggressor aggressor, Receipt receipt, int index) {
    long quantity = quantity();
    long openInterestChange = openInterestChange(quantity);
    day.enter(price, quantity, aggressor, openInterestChange);
    long atMillis = receipt.receivedAtMillis();
    int second = KoreaTime.secondOfDay(atMillis);
    long[] values =
        new TradeFields(second)
            .day(day, quantity, openInterestChange)
            .fairValue(price, underlying)
            .quote(quote)
            .values();
    long eventTime = KoreaTime.startOfDayMillis(epochDay) + second * 1000L;
    return new StockFuturesTrade(code, values, eventTime, receipt, index);
  }

  private long quantity() {
    long kind = random.below(100);
    if (kind < 60) {
      return random.between(1, 3);
    }
    if (kind < 92) {
      return random.between(4, 20);
    }
    return kind < 99 ? random.between(21, 100) : random.between(101, 500);
  }

  /**
   * New positions open and old ones close; a trade changes open interest by at most its quantity.
   */
  private long openInterestChange(long quantity) {
    long kind = random.below(10);
    if (kind < 4) {
      return 0;
    }
    long change = random.between(0, quantity);
    boolean closes = kind >= 7 && day.openInterest() - change >= LEAST_OPEN_INTEREST;
    return closes ? -change : change;
  }

  private long gap() {
    return random.between(0, 2 * meanGapMicros);
  }
}
