package io.github.kisfutures.feed.faults;

import io.github.kisfutures.market.StockFuturesTrade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Trades of a {@link SteadyMarket} by their numbers, as people write them: {@code 1-10, 16-40}. */
final class Ranges {
  private Ranges() {}

  /**
   * The numbers of a contract's trades; a number that comes twice throws, days stand apart by /.
   */
  static String of(List<StockFuturesTrade> trades, String contract) {
    TreeMap<LocalDate, TreeSet<Long>> days = new TreeMap<>();
    for (StockFuturesTrade trade : trades) {
      if (trade.contract().equals(contract)) {
        TreeSet<Long> day = days.computeIfAbsent(trade.tradingDate(), date -> new TreeSet<>());
        if (!day.add(trade.cumulativeVolume() / SteadyMarket.QUANTITY)) {
          throw new AssertionError("counted twice: " + trade);
        }
      }
    }
    return String.join(" / ", days.values().stream().map(Ranges::text).toList());
  }

  private static String text(Set<Long> numbers) {
    List<String> ranges = new ArrayList<>();
    long first = -1;
    for (long number : numbers) {
      if (!numbers.contains(number - 1)) {
        first = number;
      }
      if (!numbers.contains(number + 1)) {
        ranges.add(first == number ? Long.toString(number) : first + "-" + number);
      }
    }
    return String.join(", ", ranges);
  }
}
