package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.market.TradeFixture;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds bars for tests: only what a test says matters, the rest is something plausible. */
public final class BarFixture {
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
    return new Bar(
        contract,
        end.minus(size),
        end,
        TradeFixture.DATE,
        3,
        77_900,
        77_950,
        77_850,
        77_900 + priceChange,
        priceChange,
        12,
        new BigDecimal(9_348_000L),
        vwap,
        vwap,
        vwap,
        missed,
        missed == 0,
        basisClose,
        basisClose,
        basisClose,
        basisClose,
        basisClose == null ? null : basisClose.setScale(4),
        null,
        null,
        null,
        null,
        null,
        null,
        32_000L,
        32_000L,
        0L,
        219L,
        OiSignal.NEUTRAL,
        7L,
        5L,
        bestAsk,
        null);
  }
}
