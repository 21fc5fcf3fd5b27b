package io.github.kisfutures.reference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * The trades of a clean day of several contracts, times rising from 08:45 to 15:45 with several
 * trades in many a second. The same seed gives the same day.
 */
final class MarketDay implements Iterator<DayTrade> {
  static final int START = (8 * 60 + 45) * 60_000;
  static final int END = (15 * 60 + 45) * 60_000;

  private final Random random;
  private final List<ContractWalk> walks = new ArrayList<>();
  private int remaining;
  private int milliOfDay = START;

  MarketDay(long seed, int contracts, int trades) {
    random = new Random(seed);
    remaining = trades;
    for (int i = 0; i < contracts; i++) {
      walks.add(new ContractWalk(code(i), new Random(random.nextLong())));
    }
  }

  /** Short codes 111V06, A11608, A12608, ... */
  static String code(int contract) {
    return contract == 0 ? "111V06" : "A%02d608".formatted(10 + contract);
  }

  @Override
  public boolean hasNext() {
    return remaining > 0;
  }

  @Override
  public DayTrade next() {
    if (remaining == 0) {
      throw new NoSuchElementException("the day is over");
    }
    // Half of the gaps are short (a burst), the others long enough to fill the day
    int mean = (END - 1 - milliOfDay) / remaining;
    int burst = Math.min(mean, 120);
    int gap = random.nextBoolean() ? burst : 2 * mean - burst;
    milliOfDay = Math.min(END - 1, milliOfDay + random.nextInt(gap + 1) + gap / 2);
    remaining--;
    int contract = random.nextInt(walks.size());
    return new DayTrade(contract, milliOfDay, walks.get(contract).trade(milliOfDay / 1000));
  }
}
