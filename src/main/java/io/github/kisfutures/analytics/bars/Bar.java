package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.analytics.bars.BarColumns.*;

import io.github.kisfutures.columns.Column;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;

/**
 * One contract in one window: a row of {@code bars}, whose columns {@link BarColumns} declares. The
 * decimals have exactly the scale of their column.
 *
 * @param row the values in the order of the columns; never changed
 */
public record Bar(Row row) {
  /** How it travels: as a row of the declared columns. */
  public static final TypeInformation<Bar> TYPE =
      Types.POJO(Bar.class, Map.of("row", TABLE.rowType()));

  /** The value of a column that is never null. */
  public <V> V get(Column<ClosedWindow, V> column) {
    return Objects.requireNonNull(orNull(column), column.name());
  }

  /** The value of a column. */
  public <V> @Nullable V orNull(Column<ClosedWindow, V> column) {
    return row.getFieldAs(column.position());
  }

  /** Short code. */
  public String contract() {
    return get(CONTRACT);
  }

  /** Begin of the window, inclusive. */
  public Instant windowStart() {
    return get(WINDOW_START);
  }

  /** End of the window, exclusive. */
  public Instant windowEnd() {
    return get(WINDOW_END);
  }

  /** Whether nothing is missed, and yet the exchange's mean price is not ours. */
  public boolean contradictsMultiplier() {
    BigDecimal vwap = orNull(VWAP);
    BigDecimal observed = orNull(VWAP_OBSERVED);
    return get(COMPLETE) && vwap != null && observed != null && vwap.compareTo(observed) != 0;
  }

  /** Whether nothing is missed, and yet the exchange's mean price is none that was traded at. */
  public boolean isImplausible() {
    BigDecimal vwap = orNull(VWAP);
    return get(COMPLETE)
        && vwap != null
        && (vwap.compareTo(BigDecimal.valueOf(get(LOW))) < 0
            || vwap.compareTo(BigDecimal.valueOf(get(HIGH))) > 0);
  }
}
