package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says, once a contract, that a complete bar is not plausible, and that a multiplier is wrong: that
 * only when several complete bars agree on another one. Remembers nothing across restarts.
 */
final class BarDoubts {
  private static final Logger LOG = LoggerFactory.getLogger(BarDoubts.class);

  /** So many bars that agree are no accident. */
  static final int AGREEING = 3;

  /** Digits behind the point of a multiplier that bars may agree on. */
  private static final int SCALE = 6;

  private final Set<String> implausible = new HashSet<>();
  private final Map<String, Suspicion> suspicions = new HashMap<>();

  private record Suspicion(BigDecimal multiplier, int bars) {}

  /** A bar whose vwap no trade explains. */
  void implausible(Bar bar) {
    if (implausible.add(bar.contract())) {
      LOG.warn(
          "the bar of {} at {} is complete, yet its vwap {} is not between {} and {}: a record of"
              + " the feed was wrong, or the multiplier is. Further ones are counted in"
              + " implausibleBars",
          bar.contract(),
          bar.windowStart(),
          bar.orNull(BarColumns.VWAP),
          bar.get(BarColumns.LOW),
          bar.get(BarColumns.HIGH));
    }
  }

  /**
   * A complete bar whose mean prices differ.
   *
   * @param window its trades
   * @param multiplier what they were computed with
   */
  void mismatch(Bar bar, BarAccumulator window, BigDecimal multiplier) {
    BigDecimal implied = implied(bar, window);
    Suspicion before = suspicions.get(bar.contract());
    boolean agrees = implied != null && before != null && before.multiplier.compareTo(implied) == 0;
    if (implied == null || (before != null && before.bars >= AGREEING)) {
      return; // told already, or no multiplier explains the bar
    }
    Suspicion now = new Suspicion(implied, agrees ? before.bars + 1 : 1);
    suspicions.put(bar.contract(), now);
    if (now.bars == AGREEING) {
      LOG.warn(
          "the multiplier {} of {} is wrong: {} complete bars agree on {}; set contracts.multiplier"
              + " or contracts.master-file",
          multiplier,
          bar.contract(),
          AGREEING,
          implied.stripTrailingZeros().toPlainString());
    }
  }

  /** The multiplier that explains a bar's turnover to the last won; null if none does. */
  private static @Nullable BigDecimal implied(Bar bar, BarAccumulator window) {
    BigDecimal turnover = bar.get(BarColumns.TURNOVER);
    BigDecimal prices = new BigDecimal(window.priceByQuantity().value());
    BigDecimal implied = Amounts.quotient(turnover, prices, SCALE);
    return implied != null
            && implied.signum() > 0
            && Amounts.round(implied.multiply(prices)) == Amounts.round(turnover)
        ? implied
        : null;
  }
}
