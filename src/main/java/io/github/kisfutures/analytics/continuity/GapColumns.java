package io.github.kisfutures.analytics.continuity;

import static io.github.kisfutures.columns.ColumnType.*;
import static io.github.kisfutures.market.Unit.*;

import io.github.kisfutures.columns.ColumnType;
import io.github.kisfutures.columns.ResultTable;
import io.github.kisfutures.market.ContractNames;

/** The table {@code gaps}. */
public final class GapColumns {
  /** Holes in the cumulative volume that nothing filled. */
  public static final ResultTable<Gap> TABLE = table(ContractNames.NONE);

  private GapColumns() {}

  /** The same, whose rows know the names of contracts. */
  public static ResultTable<Gap> table(ContractNames names) {
    ResultTable.Builder<Gap> table = ResultTable.named("gaps");
    table.column("contract", STRING, NONE, "short code", Gap::contract);
    table.column("trading_date", DATE, NONE, "KST date", Gap::tradingDate);
    table.column(
        "from_volume", BIGINT, CONTRACTS, "cumulative volume before the hole", Gap::fromVolume);
    table.column("to_volume", BIGINT, CONTRACTS, "cumulative volume at its end", Gap::toVolume);
    table.nullable(
        "missed_volume",
        BIGINT,
        CONTRACTS,
        "to_volume minus from_volume; null for COUNTERS",
        Gap::missedVolume);
    table.nullable(
        "missed_value",
        BIGINT,
        WON,
        "cumulative value just before the trade after the hole minus that of the trade before it (0 for LATE_JOIN); null for COUNTERS",
        Gap::missedValue);
    table.nullable(
        "time_before",
        TIMESTAMP,
        NONE,
        "event time of the trade before the hole; null for LATE_JOIN",
        Gap::timeBefore);
    table.column(
        "time_after", TIMESTAMP, NONE, "event time of the trade after the hole", Gap::timeAfter);
    table.column("cause", STRING, NONE, "why, as far as it is known", gap -> gap.cause().name());
    table.nullable("name", STRING, NONE, ContractNames.MEANING, gap -> names.of(gap.contract()));
    table.nullable(
        "missed_price",
        ColumnType.decimal(18, Gap.PRICE_SCALE),
        WON,
        "mean price of what was missed; null for COUNTERS",
        Gap::missedPrice);
    return table.build();
  }
}
