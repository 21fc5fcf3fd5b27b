package io.github.kisfutures.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Builds trades for tests: only what a test says is there, the rest is null. One builder may build
 * many trades, each from what was said so far.
 */
@SuppressWarnings("EnumOrdinal") // a trade holds its fields by position
public final class TradeFixture {
  /** The contract, unless another is named. */
  public static final String CONTRACT = "111V06";

  /** The trading date, unless another is named. */
  public static final LocalDate DATE = LocalDate.of(2026, 7, 10);

  private final long[] values = new long[TradeField.count()];
  private boolean valued;
  private String contract = CONTRACT;
  private LocalDate date = DATE;
  private LocalTime time = LocalTime.of(9, 0);
  private String session = "session-1";
  private long connection = Receipt.connection(0, 1);

  private TradeFixture() {
    Arrays.fill(values, StockFuturesTrade.NULL);
    price(1000).volume(1, 1);
  }

  /** One contract at 1,000 won at 09:00:00. */
  public static TradeFixture trade() {
    return new TradeFixture();
  }

  public TradeFixture contract(String code) {
    contract = code;
    return this;
  }

  public TradeFixture on(LocalDate day) {
    date = day;
    return this;
  }

  /** Trade time such as 09:00:00. */
  public TradeFixture at(String text) {
    time = LocalTime.parse(text);
    return this;
  }

  public TradeFixture at(LocalTime tradeTime) {
    time = tradeTime;
    return this;
  }

  public TradeFixture price(long won) {
    return with(TradeField.PRICE, won);
  }

  /**
   * Cumulative volume after the trade, and its quantity. Unless a value is named, all was traded at
   * 1,000 won.
   */
  public TradeFixture volume(long cumulative, long quantity) {
    if (!valued) {
      with(TradeField.CUMULATIVE_VALUE, cumulative * 10_000);
    }
    return with(TradeField.CUMULATIVE_VOLUME, cumulative).with(TradeField.QUANTITY, quantity);
  }

  /** Cumulative value after the trade, won. */
  public TradeFixture value(long cumulative) {
    valued = true;
    return with(TradeField.CUMULATIVE_VALUE, cumulative);
  }

  public TradeFixture basis(String market, String theoretical) {
    return with(TradeField.MARKET_BASIS, hundredths(market))
        .with(TradeField.THEORETICAL_BASIS, hundredths(theoretical));
  }

  public TradeFixture basis(String market) {
    return with(TradeField.MARKET_BASIS, hundredths(market));
  }

  /** Sets a raw value. */
  public TradeFixture with(TradeField field, long raw) {
    values[field.ordinal()] = raw;
    return this;
  }

  public TradeFixture from(String sessionName, long connectionNumber) {
    session = sessionName;
    connection = connectionNumber;
    return this;
  }

  public StockFuturesTrade build() {
    long[] copy = values.clone();
    copy[TradeField.CONTRACT.ordinal()] = 0;
    copy[TradeField.TRADE_TIME.ordinal()] = time.toSecondOfDay();
    long eventTime = millis(date, time);
    return new StockFuturesTrade(
        contract, copy, eventTime, new Receipt(eventTime + 50, session, connection, 0), 0);
  }

  /** A KST time of {@link #DATE} in milliseconds since the epoch. */
  public static long millis(String timeOfDay) {
    return millis(DATE, LocalTime.parse(timeOfDay));
  }

  public static long millis(LocalDate day, LocalTime timeOfDay) {
    return KoreaTime.startOfDayMillis(day.toEpochDay()) + timeOfDay.toNanoOfDay() / 1_000_000;
  }

  /** A raw decimal. */
  public static long hundredths(String decimal) {
    return decimal == null
        ? StockFuturesTrade.NULL
        : new BigDecimal(decimal).movePointRight(2).longValueExact();
  }

  /**
   * A day of consistent trades from 09:00:00 on, in order: cumulative volume from 0 without holes,
   * value at 10 shares a contract, a basis that is absent now and then.
   */
  public static List<StockFuturesTrade> day(Random random, int count) {
    List<StockFuturesTrade> trades = new ArrayList<>(count);
    long second = LocalTime.of(9, 0).toSecondOfDay();
    long volume = 0;
    long value = 0;
    long buys = 0;
    long openInterest = 50_000;
    for (int i = 0; i < count; i++) {
      second += random.nextInt(4);
      long quantity = 1L + random.nextInt(20);
      long price = 70_000L + 100L * random.nextInt(50);
      volume += quantity;
      value += price * quantity * 10;
      buys += random.nextBoolean() ? quantity : 0;
      openInterest += random.nextInt(11) - 5;
      trades.add(
          trade()
              .at(LocalTime.ofSecondOfDay(second))
              .price(price)
              .volume(volume, quantity)
              .value(value)
              .with(TradeField.MARKET_BASIS, basis(random))
              .with(TradeField.THEORETICAL_BASIS, basis(random))
              .with(TradeField.OPEN_INTEREST, openInterest)
              .with(TradeField.CUMULATIVE_BUY_VOLUME, buys)
              .with(TradeField.CUMULATIVE_SELL_VOLUME, volume - buys)
              .build());
    }
    return trades;
  }

  private static long basis(Random random) {
    return random.nextInt(10) == 0 ? StockFuturesTrade.NULL : random.nextInt(40_000) - 20_000L;
  }
}
