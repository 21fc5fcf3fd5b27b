package io.github.kisfutures.simulator;

/** How many trades one instant brings: mostly one, sometimes a whole sweep through the book. */
final class BurstSize {
  /**
   * Sizes by percentile; frames of up to 20 records were captured ({@code docs/feed.md}, "Frames").
   */
  private static final int[] SIZES = {1, 2, 3, 4, 6, 10, 18};

  private static final int[] PERCENT = {78, 10, 5, 3, 2, 1, 1};

  private BurstSize() {}

  static int draw(SeededRandom random) {
    long rest = random.below(100);
    int i = 0;
    while (rest >= PERCENT[i]) {
      rest -= PERCENT[i++];
    }
    return SIZES[i];
  }

  /** Trades of 100 bursts on average. */
  static int perHundred() {
    int sum = 0;
    for (int i = 0; i < SIZES.length; i++) {
      sum += SIZES[i] * PERCENT[i];
    }
    return sum;
  }
}
