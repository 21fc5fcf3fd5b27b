package io.github.kisfutures.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes the text of well-formed data frames ({@code docs/feed.md}, "Frames"); a text that is none
 * is left alone.
 */
final class FrameEdits {
  private static final int TRADE_TIME = 1;
  private static final int DAY_SECONDS = 86_400;

  private FrameEdits() {}

  /** The frame without its second half. */
  static String truncate(String frame) {
    return frame.substring(0, frame.length() / 2);
  }

  /** With more fields in every record. */
  static String widen(String frame, int fields) {
    return edit(
        frame,
        records -> {
          for (List<String> record : records) {
            for (int i = 0; i < fields; i++) {
              record.add("0");
            }
          }
        });
  }

  /** With other trade times, around midnight if need be. */
  static String skew(String frame, Duration by) {
    return edit(
        frame, records -> records.forEach(r -> r.set(TRADE_TIME, moved(r.get(TRADE_TIME), by))));
  }

  /** Without its first record; empty if that is the only one. */
  static String loseRecord(String frame) {
    return edit(frame, records -> records.remove(0));
  }

  /** The records of two frames in one; null if that makes no frame, as their widths differ. */
  static @Nullable String mix(String first, String second) {
    List<List<String>> before = Records.of(first);
    List<List<String>> added = Records.of(second);
    if (before.isEmpty() || added.isEmpty() || before.get(0).size() != added.get(0).size()) {
      return null;
    }
    return edit(first, records -> records.addAll(added));
  }

  private static String moved(String time, Duration by) {
    int hhmmss = Integer.parseInt(time);
    int second = hhmmss / 10_000 * 3600 + hhmmss / 100 % 100 * 60 + hhmmss % 100;
    int moved = (int) Math.floorMod(second + by.toSeconds(), (long) DAY_SECONDS);
    return String.format("%02d%02d%02d", moved / 3600, moved / 60 % 60, moved % 60);
  }

  /** Changes the records of a frame, each a list of its fields; a frame without one is empty. */
  static String edit(String frame, Consumer<List<List<String>>> change) {
    List<List<String>> records = Records.of(frame);
    if (records.isEmpty()) {
      return frame;
    }
    change.accept(records);
    if (records.isEmpty()) {
      return "";
    }
    List<String> joined = new ArrayList<>();
    records.forEach(record -> joined.add(String.join("^", record)));
    int tr = frame.indexOf('|', 2);
    return frame.substring(0, tr + 1)
        + String.format("%03d", records.size())
        + "|"
        + String.join("^", joined);
  }

  /** Splits a frame. */
  private static final class Records {
    private Records() {}

    static List<List<String>> of(String frame) {
      String[] parts = frame.split("\\|", 4);
      if (parts.length < 4 || !parts[2].matches("[0-9]{1,6}")) {
        return List.of();
      }
      String[] tokens = parts[3].split("\\^", -1);
      int count = Integer.parseInt(parts[2]);
      if (count == 0 || tokens.length % count != 0 || tokens.length / count <= TRADE_TIME) {
        return List.of();
      }
      int width = tokens.length / count;
      List<List<String>> records = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        records.add(new ArrayList<>(List.of(tokens).subList(i * width, (i + 1) * width)));
      }
      return records;
    }
  }
}
