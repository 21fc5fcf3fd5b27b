package io.github.kisfutures.analytics.continuity;

import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.DATE;
import static io.github.kisfutures.market.TradeFixture.day;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.StockFuturesTrade;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Continuity against a model that marks every single contract as seen. */
class ContractDayPropertyTest {
  private static final int ROUNDS = 500;
  private static final GapReport NOWHERE =
      new GapReport(CONTRACT, BigDecimal.TEN, (gap, session) -> {});

  @Test
  void anyOrderOfAnyPartOfADayGivesTheSameGaps() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<StockFuturesTrade> part = new ArrayList<>();
      for (StockFuturesTrade trade : day(random, 60)) {
        if (random.nextInt(3) > 0) {
          part.add(trade);
        }
      }
      Set<Gap> inOrder = gaps(part);
      long received = part.stream().mapToLong(StockFuturesTrade::quantity).sum();
      long top = part.isEmpty() ? 0 : part.get(part.size() - 1).cumulativeVolume();

      Collections.shuffle(part, random);
      Set<Gap> shuffled = gaps(part);

      assertThat(shuffled).as("seed %d", seed).isEqualTo(inOrder);
      assertThat(shuffled.stream().mapToLong(Gap::missedVolume).sum())
          .as("seed %d", seed)
          .isEqualTo(top - received);
    }
  }

  private static Set<Gap> gaps(List<StockFuturesTrade> trades) {
    ContractDay day = new ContractDay(DATE.toEpochDay());
    List<Gap> gaps = new ArrayList<>();
    GapReport report = new GapReport(CONTRACT, BigDecimal.TEN, (gap, session) -> gaps.add(gap));
    for (StockFuturesTrade trade : trades) {
      assertThat(day.add(trade, BigDecimal.TEN, report)).isEqualTo(Verdict.ACCEPTED);
    }
    for (StockFuturesTrade trade : trades) {
      assertThat(day.add(trade, BigDecimal.TEN, report)).isEqualTo(Verdict.DUPLICATE);
    }
    day.reportUpTo(Long.MAX_VALUE, report);
    assertThat(gaps).doesNotHaveDuplicates();
    return new HashSet<>(gaps);
  }

  @Test
  void verdictsAndCoverageAreThoseOfTheModel() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      ContractDay day = new ContractDay(DATE.toEpochDay());
      BitSet seen = new BitSet();
      for (int i = 0; i < 60; i++) {
        int quantity = random.nextInt(12) - 1;
        int to = Math.max(quantity, 1) + random.nextInt(200);
        Verdict verdict =
            day.add(
                trade().at(LocalTime.NOON.minusSeconds(i)).volume(to, quantity).build(),
                BigDecimal.TEN,
                NOWHERE);

        assertThat(verdict)
            .as("seed %d, trade %d: (%d, %d]", seed, i, to - quantity, to)
            .isEqualTo(expected(seen, to - quantity, to));
        if (quantity > 0) {
          seen.set(to - quantity, to);
        }
        SeenTrade top = day.newest().top();
        assertThat(top == null ? 0 : top.volume()).as("seed %d", seed).isEqualTo(seen.length());
        assertThat(day.newest().holes().list().stream().mapToLong(Hole::missedVolume).sum())
            .as("seed %d", seed)
            .isEqualTo(seen.length() - seen.cardinality());
      }
    }
  }

  private static Verdict expected(BitSet seen, int from, int to) {
    if (from >= to) {
      return Verdict.NO_TRADE;
    }
    int covered = seen.get(from, to).cardinality();
    if (covered == to - from) {
      return Verdict.DUPLICATE;
    }
    return covered == 0 ? Verdict.ACCEPTED : Verdict.OVERLAP;
  }
}
