package io.github.kisfutures.simulator;

import static io.github.kisfutures.market.TradeField.*;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.util.Arrays;

/**
 * Fills the 49 raw values of one trade, so that every identity of {@code docs/feed.md}, "Fields"
 * holds. What the captured sample leaves unpopulated (times of open, high and low, book sizes,
 * limits) stays so.
 */
final class TradeFields {
  private final long[] values = new long[TradeField.count()];

  /** A trade at a second of the day (KST), all other fields 0. */
  TradeFields(int secondOfDay) {
    Arrays.fill(values, 0);
    set(TRADE_TIME, secondOfDay);
    set(OPEN_TIME, StockFuturesTrade.NULL);
    set(HIGH_TIME, StockFuturesTrade.NULL);
    set(LOW_TIME, StockFuturesTrade.NULL);
    set(DYNAMIC_LIMIT_CODE, '0');
  }

  /** The values, owned by the caller from here on. */
  long[] values() {
    return values;
  }

  /** What the trade and those before it made of the day; the trade is already entered. */
  TradeFields day(ContractDay day, long quantity, long openInterestChange) {
    long previousClose = day.band().previousClose();
    long change = day.last() - previousClose;
    set(PRICE, day.last());
    set(CHANGE_SIGN, changeSign(day));
    set(CHANGE, change);
    set(CHANGE_RATE, Ratio.percentHundredths(change, previousClose));
    set(DAY_OPEN, day.open());
    set(DAY_HIGH, day.high());
    set(DAY_LOW, day.low());
    set(QUANTITY, quantity);
    set(CUMULATIVE_VOLUME, day.volume());
    set(CUMULATIVE_VALUE, day.value());
    set(OPEN_INTEREST, day.openInterest());
    set(OPEN_INTEREST_CHANGE_DAY, day.openInterest() - day.previousOpenInterest());
    set(OPEN_INTEREST_CHANGE, openInterestChange);
    difference(FROM_OPEN_SIGN, FROM_OPEN, day.last() - day.open());
    difference(FROM_HIGH_SIGN, FROM_HIGH, day.last() - day.high());
    difference(FROM_LOW_SIGN, FROM_LOW, day.last() - day.low());
    set(VOLUME_RATE, Ratio.percentHundredths(day.volume(), day.previousVolume()));
    return initiators(day);
  }

  private TradeFields initiators(ContractDay day) {
    set(BUY_RATIO, Ratio.hundredths(day.buyVolume(), day.volume()));
    set(EXECUTION_STRENGTH, Ratio.percentHundredths(day.buyVolume(), day.sellVolume()));
    set(SELL_TRADES, day.sellTrades());
    set(BUY_TRADES, day.buyTrades());
    set(NET_BUY_TRADES, day.buyTrades() - day.sellTrades());
    set(CUMULATIVE_SELL_VOLUME, day.sellVolume());
    set(CUMULATIVE_BUY_VOLUME, day.buyVolume());
    return this;
  }

  /** How the trade's price stands to the underlying and the theoretical price. */
  TradeFields fairValue(long price, Underlying underlying) {
    long theoretical = underlying.theoreticalHundredths();
    long gap = price * 100 - theoretical;
    set(THEORETICAL_PRICE, theoretical);
    set(MARKET_BASIS, (price - underlying.price()) * 100);
    set(DISPARITY, Ratio.percentHundredths(gap, theoretical));
    set(THEORETICAL_GAP, gap);
    set(THEORETICAL_BASIS, theoretical - underlying.price() * 100);
    set(CALENDAR_SPREAD, underlying.calendarSpread() * 100);
    return this;
  }

  /** Best bid and ask after the trade. */
  TradeFields quote(Quote quote) {
    set(BEST_ASK, quote.ask());
    set(BEST_BID, quote.bid());
    return this;
  }

  private void difference(TradeField sign, TradeField field, long difference) {
    set(sign, sign(difference));
    set(field, difference);
  }

  private static char changeSign(ContractDay day) {
    if (day.last() == day.band().upper()) {
      return '1';
    }
    return day.last() == day.band().lower() ? '4' : sign(day.last() - day.band().previousClose());
  }

  private static char sign(long difference) {
    if (difference == 0) {
      return '3';
    }
    return difference > 0 ? '2' : '5';
  }

  private void set(TradeField field, long value) {
    values[field.position()] = value;
  }
}
