package io.github.kisfutures.analytics.continuity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hole in a contract-day's cumulative volume that was still open when the settle time had passed:
 * a row of {@code gaps} ({@code docs/numbers.md}, "Gaps").
 *
 * @param contract short code
 * @param tradingDate KST date
 * @param fromVolume cumulative volume before the hole, contracts
 * @param toVolume cumulative volume at its end, contracts
 * @param missedVolume contracts missed: to minus from
 * @param missedValue won missed: cumulative value just before the trade after the hole minus that
 *     of the trade before it (0 for LATE_JOIN). Exact; held at the limit of a long where the wire's
 *     numbers are absurd enough to exceed it.
 * @param timeBefore event time of the trade before the hole; null for LATE_JOIN
 * @param timeAfter event time of the trade after the hole
 * @param cause why, as far as it is known
 */
public record Gap(
    String contract,
    LocalDate tradingDate,
    long fromVolume,
    long toVolume,
    long missedVolume,
    long missedValue,
    @Nullable Instant timeBefore,
    Instant timeAfter,
    GapCause cause) {

  /** Checks the members that must be there. */
  public Gap {
    Objects.requireNonNull(contract, "contract");
    Objects.requireNonNull(tradingDate, "tradingDate");
    Objects.requireNonNull(timeAfter, "timeAfter");
    Objects.requireNonNull(cause, "cause");
  }
}
