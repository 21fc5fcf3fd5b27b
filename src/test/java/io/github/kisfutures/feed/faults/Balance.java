package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.analytics.continuity.Gap;
import io.github.kisfutures.market.StockFuturesTrade;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of every contract that the market traded, by contract code and date. */
record Balance(Map<String, Account> accounts) {

  /** Volumes in contracts. */
  static final class Account {
    long made;
    long counted;
    long inGaps;
    long lastCounted;
    final Set<Long> seen = new HashSet<>();

    long afterLast() {
      return made - lastCounted;
    }
  }

  static Balance of(
      List<StockFuturesTrade> made, List<StockFuturesTrade> accepted, List<Gap> gaps) {
    Balance balance = new Balance(new TreeMap<>());
    for (StockFuturesTrade trade : made) {
      balance.account(trade.contract(), trade.tradingDate()).made += trade.quantity();
    }
    for (StockFuturesTrade trade : accepted) {
      Account account = balance.account(trade.contract(), trade.tradingDate());
      assertThat(account.seen.add(trade.cumulativeVolume())).as("once: %s", trade).isTrue();
      account.counted += trade.quantity();
      account.lastCounted = Math.max(account.lastCounted, trade.cumulativeVolume());
    }
    for (Gap gap : gaps) {
      balance.account(gap.contract(), gap.tradingDate()).inGaps += gap.missedVolume();
    }
    return balance;
  }

  private Account account(String contract, LocalDate date) {
    return accounts.computeIfAbsent(contract + " " + date, key -> new Account());
  }

  void assertEven() {
    accounts.forEach(
        (name, account) ->
            assertThat(account.counted + account.inGaps + account.afterLast())
                .as(
                    "%s: counted %d + in gaps %d + after the last %d",
                    name, account.counted, account.inGaps, account.afterLast())
                .isEqualTo(account.made));
  }
}
