package io.github.kisfutures.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Lets the feed lie in records that keep to the grammar. */
final class Lies {
  private static final long MULTIPLIER = 10;
  private static final long WILD = 900_000_000;
  private static final int MINUTE = 60_000;

  private final Random random;
  private final DirtRates rates;
  private final Map<Integer, Counters> shifts = new HashMap<>();
  private final Map<Integer, Integer> aheadUntil = new HashMap<>();
  private final Set<Integer> begun = new HashSet<>();

  /** By how much the exchange's counters are lower than what was traded. */
  private record Counters(long volume, long value, long buy, long sell) {}

  Lies(Random random, DirtRates rates) {
    this.random = random;
    this.rates = rates;
  }

  /** What the feed says instead of the records of a frame. */
  List<DayTrade> instead(List<DayTrade> honest) {
    List<DayTrade> told = new ArrayList<>();
    for (DayTrade trade : honest) {
      List<String> fields = new ArrayList<>(trade.fields());
      boolean first = begun.add(trade.contract());
      shift(trade.contract(), fields);
      if (first && happens(Dirt.STALE_TOTALS)) {
        long contracts = 10_000L + random.nextInt(50_000);
        add(fields, "cumulative_volume", contracts);
        add(fields, "cumulative_value", contracts * number(fields, "price") * MULTIPLIER);
      } else if (happens(Dirt.WILD_VOLUME)) {
        add(fields, "cumulative_volume", WILD + random.nextInt(1_000));
      }
      if (happens(Dirt.ODD_NUMBER)) {
        oddNumbers(fields);
      }
      if (happens(Dirt.NO_INTEREST)) {
        set(fields, "open_interest", "0");
      }
      clock(trade, fields);
      told.add(new DayTrade(trade.contract(), trade.milliOfDay(), fields));
      if (happens(Dirt.ZERO_TRADE)) {
        List<String> none = new ArrayList<>(fields);
        set(none, "price", "0");
        set(none, "quantity", "0");
        told.add(new DayTrade(trade.contract(), trade.milliOfDay(), none));
      }
    }
    return told;
  }

  private void shift(int contract, List<String> fields) {
    long volume = number(fields, "cumulative_volume") - number(fields, "quantity");
    long value = number(fields, "cumulative_value") - worth(fields, number(fields, "quantity"));
    Counters shift = shifts.getOrDefault(contract, new Counters(0, 0, 0, 0));
    long counted = volume - shift.volume;
    long quantity = number(fields, "quantity");
    if (happens(Dirt.RESET_COUNTERS) && counted >= quantity) {
      long buy = number(fields, "cumulative_buy_volume");
      long sell = number(fields, "cumulative_sell_volume");
      shift = new Counters(volume, value, buy, sell);
    } else if (happens(Dirt.CANCEL) && counted > quantity) {
      shift = cancelled(shift, fields, value, Math.min(counted, quantity + random.nextInt(30)));
    } else if (happens(Dirt.CANCEL_FEW) && quantity > 1 && counted >= quantity) {
      shift = cancelled(shift, fields, value, 1 + random.nextLong(quantity - 1));
    }
    shifts.put(contract, shift);
    add(fields, "cumulative_volume", -shift.volume);
    add(fields, "cumulative_value", -shift.value);
    add(fields, "cumulative_buy_volume", -shift.buy);
    add(fields, "cumulative_sell_volume", -shift.sell);
  }

  private static Counters cancelled(
      Counters shift, List<String> fields, long value, long contracts) {
    long lower = Math.min(worth(fields, contracts), value - shift.value);
    return new Counters(shift.volume + contracts, shift.value + lower, shift.buy, shift.sell);
  }

  /** One contract's clock is hours ahead for some minutes. */
  private void clock(DayTrade trade, List<String> fields) {
    if (happens(Dirt.FUTURE_TIME)) {
      aheadUntil.put(trade.contract(), trade.milliOfDay() + random.nextInt(10 * MINUTE));
    }
    if (trade.milliOfDay() < aheadUntil.getOrDefault(trade.contract(), 0)) {
      int hour = 2 + Integer.parseInt(fields.get(1).substring(0, 2));
      fields.set(1, "%02d".formatted(hour) + fields.get(1).substring(2));
    }
  }

  private static void oddNumbers(List<String> fields) {
    set(fields, "price", text(fields, "price") + ".00");
    set(fields, "quantity", "+" + text(fields, "quantity"));
    set(fields, "best_ask", text(fields, "best_ask") + ".000");
    set(fields, "market_basis", text(fields, "market_basis") + "5");
    set(fields, "disparity", "nan(ind)");
    set(fields, "open_interest", "1,234");
    set(fields, "volume_rate", "99999999999999999999.00");
    set(fields, "open_time", "0");
  }

  private boolean happens(Dirt lie) {
    return rates.of(lie) > 0 && random.nextInt(1000) < rates.of(lie);
  }

  private static long worth(List<String> fields, long contracts) {
    return number(fields, "price") * contracts * MULTIPLIER;
  }

  private static void add(List<String> fields, String column, long amount) {
    set(fields, column, Long.toString(number(fields, column) + amount));
  }

  private static long number(List<String> fields, String column) {
    return Long.parseLong(text(fields, column));
  }

  private static String text(List<String> fields, String column) {
    return fields.get(TickColumn.named(column).index());
  }

  private static void set(List<String> fields, String column, String text) {
    fields.set(TickColumn.named(column).index(), text);
  }
}
