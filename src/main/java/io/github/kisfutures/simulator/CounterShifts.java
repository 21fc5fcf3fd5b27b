package io.github.kisfutures.simulator;

import io.github.kisfutures.market.TradeField;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * By how much the exchange's counters are lower than the trades so far: after they began anew, or
 * after trades were cancelled. Holds for all connections until the contract's next day.
 * Thread-safe.
 */
final class CounterShifts {
  private static final int DEFAULT_CANCELLED = 10;

  private record Shift(long volume, long value, long bought, long sold) {}

  private static final Shift NONE = new Shift(0, 0, 0, 0);

  /** By contract; guarded by this. */
  private final Map<String, Shift> shifts = new HashMap<>();

  /** Lets a fault begin with a frame as the market made it. */
  synchronized void strike(Fault fault, String frame) {
    FrameEdits.edit(
        frame,
        records -> {
          RecordText first = new RecordText(records.get(0));
          if (first.hasCounters()) {
            shifts.put(first.get(TradeField.CONTRACT), begun(fault, first));
          }
        });
  }

  private Shift begun(Fault fault, RecordText first) {
    if (fault.word() == FaultWord.RESET_COUNTERS) {
      return new Shift(
          first.volumeBefore(),
          first.valueBefore(),
          first.number(TradeField.CUMULATIVE_BUY_VOLUME),
          first.number(TradeField.CUMULATIVE_SELL_VOLUME));
    }
    Shift before = of(first.get(TradeField.CONTRACT));
    long cancelled =
        Math.min(fault.numberOr(DEFAULT_CANCELLED), first.volumeBefore() - before.volume);
    return new Shift(
        before.volume + cancelled,
        Math.min(before.value + first.worth(cancelled), first.valueBefore()),
        before.bought,
        before.sold);
  }

  private Shift of(String contract) {
    return Objects.requireNonNull(shifts.getOrDefault(contract, NONE));
  }

  /** The frame as the exchange's counters have it. */
  synchronized String applied(String frame) {
    if (shifts.isEmpty()) {
      return frame;
    }
    return FrameEdits.edit(
        frame, records -> records.forEach(fields -> shift(new RecordText(fields))));
  }

  private void shift(RecordText record) {
    Shift shift = of(record.get(TradeField.CONTRACT));
    if (shift == NONE || !record.hasCounters()) {
      return;
    }
    if (record.volumeBefore() < shift.volume || record.valueBefore() < shift.value) {
      shifts.remove(record.get(TradeField.CONTRACT)); // another day
      return;
    }
    record.add(TradeField.CUMULATIVE_VOLUME, -shift.volume);
    record.add(TradeField.CUMULATIVE_VALUE, -shift.value);
    record.add(TradeField.CUMULATIVE_BUY_VOLUME, -shift.bought);
    record.add(TradeField.CUMULATIVE_SELL_VOLUME, -shift.sold);
  }
}
