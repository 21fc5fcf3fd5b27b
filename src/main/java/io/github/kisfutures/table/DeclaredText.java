package io.github.kisfutures.table;

import io.github.kisfutures.market.ContractCode;
import io.github.kisfutures.market.StockFuturesTrade;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.CharType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.VarCharType;
import org.jspecify.annotations.Nullable;

/**
 * A text in a declared length, as SQL's CAST would give it: {@code VARCHAR(n)} and {@code CHAR(n)}
 * cut it to n characters, {@code CHAR(n)} fills it with blanks.
 *
 * @param value the text
 * @param length the most characters
 * @param filled whether a shorter text is filled up
 */
record DeclaredText(TradeValue value, int length, boolean filled) implements TradeValue {

  /** The value in its declared length; unchanged for {@code STRING} and all other types. */
  static TradeValue fitted(TradeValue value, LogicalType declared) {
    if (declared instanceof CharType fixed) {
      return new DeclaredText(value, fixed.getLength(), true);
    }
    if (declared instanceof VarCharType varying && varying.getLength() < VarCharType.MAX_LENGTH) {
      return new DeclaredText(value, varying.getLength(), false);
    }
    return value;
  }

  /** Whether every contract code stands in a column of that type unchanged. */
  static boolean holdsContracts(LogicalType declared) {
    return declared.is(LogicalTypeRoot.VARCHAR)
        && ((VarCharType) declared).getLength() >= ContractCode.MAX_LENGTH;
  }

  @Override
  public @Nullable Object of(StockFuturesTrade trade) {
    Object text = value.of(trade);
    return text == null ? null : StringData.fromString(fit(text.toString()));
  }

  private String fit(String text) {
    if (text.length() >= length) {
      return text.substring(0, length);
    }
    return filled ? text + " ".repeat(length - text.length()) : text;
  }
}
