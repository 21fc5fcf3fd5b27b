package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code gaps} ({@code docs/numbers.md}): a hole in a contract-day's cumulative volume
 * that was still open when the settle time had passed, or the place where its counters began anew.
 *
 * @param contract short code
 * @param tradingDate KST date
 * @param fromVolume cumulative volume before the hole, contracts
 * @param toVolume cumulative volume at its end, contracts
 * @param missedVolume contracts missed: to minus from; null for COUNTERS
 * @param missedValue won missed: cumulative value just before the trade after the hole minus that
 *     of the trade before it (0 for LATE_JOIN). Held at the limit of a long where the wire's
 *     numbers are absurd enough to exceed it; null for COUNTERS.
 * @param timeBefore event time of the trade before the hole; null for LATE_JOIN
 * @param timeAfter event time of the trade after the hole
 * @param cause why, as far as it is known
 * @param missedPrice mean price of what was missed, won per share; scale 4; null for COUNTERS
 */
public record Gap(
    String contract,
    LocalDate tradingDate,
    long fromVolume,
    long toVolume,
    @Nullable Long missedVolume,
    @Nullable Long missedValue,
    @Nullable Instant timeBefore,
    Instant timeAfter,
    GapCause cause,
    @Nullable BigDecimal missedPrice) {
  /** Digits of {@code missedPrice} behind the point. */
  static final int PRICE_SCALE = 4;

  /** Checks the members that must be there. */
  public Gap {
    Objects.requireNonNull(contract, "contract");
    Objects.requireNonNull(tradingDate, "tradingDate");
    Objects.requireNonNull(timeAfter, "timeAfter");
    Objects.requireNonNull(cause, "cause");
  }

  /**
   * A hole.
   *
   * @param missedValue exact, won
   * @param multiplier shares per contract
   */
  public static Gap hole(
      String contract,
      LocalDate tradingDate,
      long fromVolume,
      long toVolume,
      BigDecimal missedValue,
      BigDecimal multiplier,
      @Nullable Instant timeBefore,
      Instant timeAfter,
      GapCause cause) {
    BigInteger missed = Amounts.difference(toVolume, fromVolume);
    return new Gap(
        contract,
        tradingDate,
        fromVolume,
        toVolume,
        Amounts.clamp(missed),
        Amounts.round(missedValue),
        timeBefore,
        timeAfter,
        cause,
        Amounts.quotient(missedValue, new BigDecimal(missed).multiply(multiplier), PRICE_SCALE));
  }

  /** Counters that began anew: how much was missed nobody can say. */
  public static Gap counters(
      String contract,
      LocalDate tradingDate,
      long fromVolume,
      long toVolume,
      Instant timeBefore,
      Instant timeAfter) {
    return new Gap(
        contract,
        tradingDate,
        fromVolume,
        toVolume,
        null,
        null,
        timeBefore,
        timeAfter,
        GapCause.COUNTERS,
        null);
  }
}
