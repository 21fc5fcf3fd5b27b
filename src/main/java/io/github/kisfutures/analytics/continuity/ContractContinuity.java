package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of continuity of one contract: its trading dates that have not passed (one, around
 * midnight two). Mutable.
 */
final class ContractContinuity {
  private final List<ContractDay> days;

  ContractContinuity() {
    this(new ArrayList<>(1));
  }

  ContractContinuity(List<ContractDay> days) {
    this.days = days;
  }

  /** The day of a trade, begun if it is not there. */
  ContractDay dayOf(StockFuturesTrade trade) {
    long epochDay = KoreaTime.epochDay(trade.eventTimeMillis());
    ContractDay day = find(epochDay);
    if (day == null) {
      day = new ContractDay(epochDay);
      days.add(day);
    }
    return day;
  }

  /** The day of a date in days since 1970-01-01, if one of its records has been seen. */
  @Nullable ContractDay find(long epochDay) {
    for (int i = 0; i < days.size(); i++) {
      if (days.get(i).epochDay() == epochDay) {
        return days.get(i);
      }
    }
    return null;
  }

  List<ContractDay> days() {
    return days;
  }

  ContractContinuity copy() {
    List<ContractDay> copies = new ArrayList<>(days.size());
    for (ContractDay day : days) {
      copies.add(day.copy());
    }
    return new ContractContinuity(copies);
  }
}
