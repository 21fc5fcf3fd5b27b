package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.analytics.bars.BarColumns.*;

import io.github.kisfutures.columns.Column;
import io.github.kisfutures.market.TradeFixture;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;

/** Builds bars for tests: only what a test says matters, the rest is something plausible. */
public final class BarFixture {
  private final Row row = Row.withPositions(TABLE.columns().size());
  private String contract = TradeFixture.CONTRACT;
  private Instant end = Instant.ofEpochMilli(TradeFixture.millis("09:01:00"));
  private Duration size = Duration.ofMinutes(1);
  private @Nullable BigDecimal basisClose;
  private long priceChange;
  private long missed;
  private @Nullable Long bestAsk;

  private BarFixture() {}

  /** A bar of one minute to 09:01:00. */
  public static BarFixture bar() {
    return new BarFixture();
  }

  /** Its contract. */
  public BarFixture contract(String code) {
    contract = code;
    return this;
  }

  /** The end of its window, such as 09:02:00. */
  public BarFixture to(String time) {
    end = Instant.ofEpochMilli(TradeFixture.millis(time));
    return this;
  }

  /** The size of its window. */
  public BarFixture of(Duration window) {
    size = window;
    return this;
  }

  /** Its basis_close, with two decimals; null if it has none. */
  public BarFixture basis(@Nullable String won) {
    basisClose = won == null ? null : new BigDecimal(won);
    return this;
  }

  /** Its price_change. */
  public BarFixture priceChange(long won) {
    priceChange = won;
    return this;
  }

  /** Its missed_volume. */
  public BarFixture missed(long contracts) {
    missed = contracts;
    return this;
  }

  /** Its best_ask. */
  public BarFixture ask(@Nullable Long won) {
    bestAsk = won;
    return this;
  }

  /** The bar. */
  public Bar build() {
    BigDecimal vwap = new BigDecimal("77900.0000");
    set(CONTRACT, contract);
    set(WINDOW_START, end.minus(size));
    set(WINDOW_END, end);
    set(TRADING_DATE, TradeFixture.DATE);
    set(TRADES, 3L);
    set(OPEN, 77_900L);
    set(HIGH, 77_950L);
    set(LOW, 77_850L);
    set(CLOSE, 77_900 + priceChange);
    set(PRICE_CHANGE, priceChange);
    set(VOLUME, 12L);
    set(TURNOVER, new BigDecimal(9_348_000L));
    set(VWAP, vwap);
    set(VWAP_OBSERVED, vwap);
    set(SESSION_VWAP, vwap);
    set(MISSED_VOLUME, missed);
    set(COMPLETE, missed == 0);
    set(BASIS_OPEN, basisClose);
    set(BASIS_HIGH, basisClose);
    set(BASIS_LOW, basisClose);
    set(BASIS_CLOSE, basisClose);
    set(BASIS_MEAN, basisClose == null ? null : basisClose.setScale(4));
    set(OI_OPEN, 32_000L);
    set(OI_CLOSE, 32_000L);
    set(OI_CHANGE, 0L);
    set(OI_CHANGE_DAY, 219L);
    set(OI_SIGNAL, OiSignal.NEUTRAL.name());
    set(BUY_VOLUME, 7L);
    set(SELL_VOLUME, 5L);
    set(BEST_ASK, bestAsk);
    return new Bar(Row.copy(row));
  }

  private <V> void set(Column<ClosedWindow, V> column, @Nullable V value) {
    row.setField(column.position(), value);
  }
}
