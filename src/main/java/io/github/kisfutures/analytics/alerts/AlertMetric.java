package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.bars.BarColumns;
import io.github.kisfutures.analytics.bars.ClosedWindow;
import io.github.kisfutures.columns.Column;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule can watch: every numeric column of a bar, and silence.
 *
 * @param word as rules write it: the column's name
 */
public record AlertMetric(String word) implements Serializable {
  /** Seconds without a trade in the continuous session; no column of a bar. */
  public static final AlertMetric SILENCE = new AlertMetric("silence");

  /** Of a column. */
  public static AlertMetric of(Column<ClosedWindow, ? extends Number> column) {
    return new AlertMetric(column.name());
  }

  /** All there are, those of bars in the order of the columns. */
  public static List<AlertMetric> all() {
    Stream<AlertMetric> ofBars =
        BarColumns.TABLE.columns().stream()
            .filter(column -> column.type().isNumeric())
            .map(column -> new AlertMetric(column.name()));
    return Stream.concat(ofBars, Stream.of(SILENCE)).toList();
  }

  /** The bar's value; null where its column is null, and of silence. */
  public @Nullable BigDecimal of(Bar bar) {
    Object value = BarColumns.TABLE.column(word).<Object>map(bar::orNull).orElse(null);
    return value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
  }
}
