package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one run of the counters has in a window: {@code docs/numbers.md}, "Bars".
 *
 * @param run its number
 * @param trades its accepted trades in the window, by ACML_VOL
 */
record RunPart(int run, List<RawTrade> trades) {

  /** Whether the run's last trade is above carry of the same run, or there is none. */
  boolean isAbove(Carry carry) {
    return !continues(carry) || last().volumeAfter() > carry.counters().volume().longValueExact();
  }

  /** By what the run's counters rose. */
  Counters rise(Carry carry, BigDecimal multiplier) {
    Counters before = Counters.before(trades.get(0), multiplier);
    if (continues(carry) && isAbove(carry)) {
      return closing().minus(carry.counters());
    }
    if (continues(carry)) {
      Counters own = closing().minus(before);
      return new Counters(quantity(), worth(multiplier), own.buyVolume(), own.sellVolume());
    }
    return closing().minus(before);
  }

  Counters closing() {
    return Counters.after(last());
  }

  private boolean continues(Carry carry) {
    return carry.run() != null && carry.run() == run;
  }

  private BigDecimal quantity() {
    return trades.stream()
        .map(t -> BigDecimal.valueOf(t.quantity()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal worth(BigDecimal multiplier) {
    return trades.stream().map(t -> t.worth(multiplier)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private RawTrade last() {
    return trades.get(trades.size() - 1);
  }
}
