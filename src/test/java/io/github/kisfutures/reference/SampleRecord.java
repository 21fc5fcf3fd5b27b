package io.github.kisfutures.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A record to change field by field, begun from the official sample of contract 111V06. Its frames
 * are received half a second after the trade time, on 2026-07-10.
 */
public final class SampleRecord {
  private final List<String> fields;

  private SampleRecord(List<String> fields) {
    this.fields = fields;
  }

  /** The official frame as it stands. */
  public static String officialFrame() {
    return resource("frames/h0zfcnt0-official.txt").strip();
  }

  /** The official sample. */
  public static SampleRecord official() {
    return new SampleRecord(Arrays.asList(officialFrame().split("\\|", -1)[3].split("\\^", -1)));
  }

  /**
   * A trade with the fields that continuity looks at, whose day's low and high are not known; value
   * in won, time as HHMMSS.
   */
  public static SampleRecord trade(
      String time, long price, long quantity, long volume, long value) {
    return official()
        .with("trade_time", time)
        .with("price", Long.toString(price))
        .with("day_low", "0")
        .with("day_high", "0")
        .with("quantity", Long.toString(quantity))
        .with("cumulative_volume", Long.toString(volume))
        .with("cumulative_value", Long.toString(value));
  }

  /** A copy with the text of one field changed; {@code column} is a name of {@code ticks}. */
  public SampleRecord with(String column, String text) {
    List<String> changed = new ArrayList<>(fields);
    changed.set(TickColumn.named(column).index(), text);
    return new SampleRecord(changed);
  }

  /** The record as it stands on the wire. */
  public String text() {
    return String.join("^", fields);
  }

  /** A capture line of one frame with these records. */
  public static String line(SampleRecord... records) {
    String time = records[records.length - 1].fields.get(1);
    return line(time, frame(records));
  }

  /** A capture line received half a second after {@code time}, HHMMSS. */
  public static String line(String time, String frame) {
    return "2026-07-10T%s:%s:%s.500+09:00\t%s"
        .formatted(time.substring(0, 2), time.substring(2, 4), time.substring(4, 6), frame);
  }

  /** A frame of these records. */
  public static String frame(SampleRecord... records) {
    List<String> texts = Arrays.stream(records).map(SampleRecord::text).toList();
    return "0|H0ZFCNT0|%03d|%s".formatted(records.length, String.join("^", texts));
  }

  /** The text of a file of the test resources. */
  public static String resource(String name) {
    try (InputStream in = SampleRecord.class.getClassLoader().getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}
