package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of one frame.
 *
 * @param arrival position among all accepted trades of the capture, from 0
 * @param frame number of its frame among the accepted ones, from 0
 * @param receiveTime when its frame was received
 * @param eventTime trading date + BSOP_HOUR, KST; the second of {@code receiveTime} where that
 *     cannot be
 * @param tradingDate the KST date of {@code eventTime}
 * @param values by column name of {@code ticks}: Long, BigDecimal (scale 2), String, LocalTime or
 *     null
 */
public record RawTrade(
    long arrival,
    long frame,
    Instant receiveTime,
    Instant eventTime,
    LocalDate tradingDate,
    Map<String, @Nullable Object> values) {

  public String contract() {
    return (String) values.get("contract");
  }

  /** Won. */
  public long price() {
    return mandatory("price");
  }

  /** Contracts of this trade. */
  public long quantity() {
    return mandatory("quantity");
  }

  /** ACML_VOL, contracts traded today up to and with this trade. */
  public long volumeAfter() {
    return mandatory("cumulative_volume");
  }

  /** Contracts traded today before this trade. */
  public long volumeBefore() {
    return volumeAfter() - quantity();
  }

  /** ACML_TR_PBMN, won traded today up to and with this trade. */
  public long valueAfter() {
    return mandatory("cumulative_value");
  }

  /** Won traded today before this trade. */
  public BigDecimal valueBefore(BigDecimal multiplier) {
    return BigDecimal.valueOf(valueAfter()).subtract(worth(multiplier));
  }

  /** Price x contracts x shares, won. */
  BigDecimal worth(BigDecimal multiplier) {
    return BigDecimal.valueOf(price())
        .multiply(BigDecimal.valueOf(quantity()))
        .multiply(multiplier);
  }

  /** HTS_OTST_STPL_QTY; null where it says nothing, which a 0 does too. */
  @Nullable BigDecimal openInterest() {
    BigDecimal said = number("open_interest");
    return said == null || said.signum() == 0 ? null : said;
  }

  /** A numeric field, null where the wire had none. */
  public @Nullable BigDecimal number(String column) {
    Object value = values.get(column);
    return value == null ? null : new BigDecimal(value.toString());
  }

  private long mandatory(String column) {
    return (Long) values.get(column);
  }
}
