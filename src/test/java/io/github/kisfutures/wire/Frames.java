package io.github.kisfutures.wire;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.TradeField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Frames for tests, made of the official sample. */
public final class Frames {
  /** Arrival of the official frame, half a second after its trade. */
  public static final Receipt RECEIPT =
      new Receipt(
          Instant.parse("2026-07-10T00:16:39.500Z").toEpochMilli(),
          "session-1",
          Receipt.connection(0, 1),
          42);

  private Frames() {}

  /** The official frame, without a line end. */
  public static String official() {
    return resource("frames/h0zfcnt0-official.txt").strip();
  }

  /** The 49 fields of the official frame. */
  public static String[] officialFields() {
    String frame = official();
    return frame.substring(frame.lastIndexOf('|') + 1).split("\\^", -1);
  }

  /** The official record with one field changed. */
  public static String record(TradeField field, String text) {
    String[] fields = officialFields();
    fields[field.position()] = text;
    return String.join("^", fields);
  }

  /** The official frame with one field changed. */
  public static String with(TradeField field, String text) {
    return frame(record(field, text));
  }

  /** A frame of some records. */
  public static String frame(String... records) {
    return String.format("0|H0ZFCNT0|%03d|", records.length) + String.join("^", records);
  }

  /** Where a field of the frame's first record begins. */
  public static int positionOf(String frame, TradeField field) {
    int at = frame.lastIndexOf('|') + 1;
    for (int i = 0; i < field.position(); i++) {
      at = frame.indexOf('^', at) + 1;
    }
    return at;
  }

  /** The lines of a test resource. */
  public static List<String> lines(String resource) {
    return Arrays.asList(resource(resource).strip().split("\n"));
  }

  private static String resource(String name) {
    try (InputStream in = Frames.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no test resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
