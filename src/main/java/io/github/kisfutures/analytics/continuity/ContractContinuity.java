package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state of continuity of one contract: its trading dates that have not passed (one, around
 * midnight two) and the connections that carry it. Mutable.
 */
final class ContractContinuity {
  private final String contract;
  private final List<ContractDay> days;
  private final SessionConnections connections;

  ContractContinuity(String contract) {
    this(contract, new ArrayList<>(1), new SessionConnections());
  }

  ContractContinuity(String contract, List<ContractDay> days, SessionConnections connections) {
    this.contract = contract;
    this.days = days;
    this.connections = connections;
  }

  /** Takes in a trade of a date that has not passed; see {@link ContractDay#add}. */
  Verdict add(StockFuturesTrade trade, int multiplier, Consumer<Gap> gaps) {
    GapCause cause = connections.observe(trade.receipt());
    return dayOf(trade).add(trade, multiplier, cause, gaps);
  }

  /** The day of a trade, begun if it is not there. */
  private ContractDay dayOf(StockFuturesTrade trade) {
    long epochDay = KoreaTime.epochDay(trade.eventTimeMillis());
    ContractDay day = find(epochDay);
    if (day == null) {
      day = new ContractDay(contract, epochDay);
      days.add(day);
    }
    return day;
  }

  /** The day of a date in days since 1970-01-01, if one of its trades has been seen. */
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

  String contract() {
    return contract;
  }

  SessionConnections connections() {
    return connections;
  }

  ContractContinuity copy() {
    List<ContractDay> copies = new ArrayList<>(days.size());
    for (ContractDay day : days) {
      copies.add(day.copy());
    }
    return new ContractContinuity(contract, copies, connections.copy());
  }
}
