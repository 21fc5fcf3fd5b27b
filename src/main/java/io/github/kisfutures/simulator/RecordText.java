package io.github.kisfutures.simulator;

import io.github.kisfutures.market.TradeField;
import java.util.List;

/** The texts of one record, to be changed in place. */
record RecordText(List<String> fields) {
  /** Shares a contract of the simulated market. */
  private static final long MULTIPLIER = 10;

  String get(TradeField field) {
    int position = field.position();
    return position < fields.size() ? fields.get(position) : "";
  }

  void set(TradeField field, String text) {
    if (field.position() < fields.size()) {
      fields.set(field.position(), text);
    }
  }

  /** Whether all that counting needs are whole numbers. */
  boolean hasCounters() {
    return isNumber(TradeField.PRICE)
        && isNumber(TradeField.QUANTITY)
        && isNumber(TradeField.CUMULATIVE_VOLUME)
        && isNumber(TradeField.CUMULATIVE_VALUE);
  }

  private boolean isNumber(TradeField field) {
    return get(field).matches("[0-9]{1,15}");
  }

  /** A whole number; 0 where there is none. */
  long number(TradeField field) {
    return isNumber(field) ? Long.parseLong(get(field)) : 0;
  }

  void add(TradeField field, long amount) {
    set(field, Long.toString(number(field) + amount));
  }

  /** Contracts traded today before this trade. */
  long volumeBefore() {
    return number(TradeField.CUMULATIVE_VOLUME) - number(TradeField.QUANTITY);
  }

  /** Won traded today before this trade. */
  long valueBefore() {
    return number(TradeField.CUMULATIVE_VALUE) - worth(number(TradeField.QUANTITY));
  }

  /** What so many contracts are worth at this trade's price, won. */
  long worth(long contracts) {
    return number(TradeField.PRICE) * contracts * MULTIPLIER;
  }
}
