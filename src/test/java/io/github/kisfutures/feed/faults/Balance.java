package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.analytics.continuity.Gap;
import io.github.kisfutures.market.StockFuturesTrade;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of all that the market traded, by contract and date. */
record Balance(Map<String, Account> accounts) {

  /** Of each traded contract of a day, by its place in cumulative volume: what became of it. */
  static final class Account {
    private static final int MAX = 1 << 22;

    private final byte[] counted = new byte[MAX];
    private final byte[] inGaps = new byte[MAX];
    private int made;
    private int last;

    /** Counted, in a gap row, or after the last counted; all exactly once but the late ones. */
    private void assertEven(String what) {
      for (int i = 0; i < MAX; i++) {
        int times = counted[i] + inGaps[i];
        if (i < last ? counted[i] > 1 || inGaps[i] > 1 || times == 0 : times != 0) {
          throw new AssertionError(
              "contract %d of %d (last counted %d) is counted %d times and in %d gap rows; %s"
                  .formatted(i + 1, made, last, counted[i], inGaps[i], what));
        }
      }
      assertThat(last).as(what).isLessThanOrEqualTo(made);
    }

    private long filledLate() {
      long filled = 0;
      for (int i = 0; i < last; i++) {
        filled += counted[i] > 0 && inGaps[i] > 0 ? 1 : 0;
      }
      return filled;
    }
  }

  static Balance of(
      List<StockFuturesTrade> made, List<StockFuturesTrade> accepted, List<Gap> gaps) {
    Balance balance = new Balance(new TreeMap<>());
    for (StockFuturesTrade trade : made) {
      balance.account(trade.contract(), trade.tradingDate()).made = (int) trade.cumulativeVolume();
    }
    for (StockFuturesTrade trade : accepted) {
      Account account = balance.account(trade.contract(), trade.tradingDate());
      int to = (int) trade.cumulativeVolume();
      mark(account.counted, to - (int) trade.quantity(), to);
      account.last = Math.max(account.last, to);
    }
    for (Gap gap : gaps) {
      Account account = balance.account(gap.contract(), gap.tradingDate());
      assertThat(gap.missedVolume()).isEqualTo(gap.toVolume() - gap.fromVolume());
      mark(account.inGaps, (int) gap.fromVolume(), (int) gap.toVolume());
    }
    return balance;
  }

  private static void mark(byte[] marks, int from, int to) {
    for (int i = from; i < to; i++) {
      marks[i]++;
    }
  }

  private Account account(String contract, LocalDate date) {
    return accounts.computeIfAbsent(contract + " " + date, key -> new Account());
  }

  /** Every contract traded up to the last counted is counted once, or missed in one gap row. */
  void assertEven(String what) {
    accounts.forEach((name, account) -> account.assertEven(name + "; " + what));
  }

  /** Contracts whose gap row was out before they came after all. */
  long filledLate() {
    return accounts.values().stream().mapToLong(Account::filledLate).sum();
  }
}
