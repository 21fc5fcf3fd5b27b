package io.github.kisfutures.table;

import java.io.Serializable;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which trades become rows.
 *
 * @param contracts those of these contracts, or of all, if null
 * @param limit so many at most, or all, if null
 */
record RowSelection(@Nullable TreeSet<String> contracts, @Nullable Long limit)
    implements Serializable {
  boolean takes(String contract) {
    return contracts == null || contracts.contains(contract);
  }

  boolean isReachedBy(long rows) {
    return limit != null && rows >= limit;
  }
}
