package io.github.kisfutures.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/** One contract's tumbling window, aligned to KST midnight: {@code docs/numbers.md}, "Bars". */
record Window(String contract, LocalDate tradingDate, Duration size, Instant start, Instant end) {

  /** The order of the rows of {@code bars}: contract, window end, window size. */
  static final Comparator<Window> ORDER =
      Comparator.comparing(Window::contract).thenComparing(Window::end).thenComparing(Window::size);

  /** The window of that size in which the trade falls. */
  static Window of(RawTrade trade, Duration size) {
    Instant midnight = trade.tradingDate().atStartOfDay(RawCapture.KST).toInstant();
    long elapsed = Duration.between(midnight, trade.eventTime()).toMillis();
    Instant start = midnight.plusMillis(elapsed / size.toMillis() * size.toMillis());
    return new Window(trade.contract(), trade.tradingDate(), size, start, start.plus(size));
  }
}
