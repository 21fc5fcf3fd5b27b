package io.github.kisfutures.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The grammar of a data frame: {@code docs/feed.md}, "Frames". */
final class RawFrame {
  private static final int FIELDS = 49;

  private RawFrame() {}

  /** The records of a frame, oldest first, each cut to its first 49 fields as text. */
  static List<List<String>> records(String frame) throws RejectedFrameException {
    String[] parts = frame.split("\\|", 4);
    if (parts.length != 4) {
      throw new RejectedFrameException("not flag|tr_id|count|payload");
    }
    if (parts[0].equals("1")) {
      throw new RejectedFrameException("encrypted");
    }
    if (!parts[0].equals("0")) {
      throw new RejectedFrameException("unknown flag " + parts[0]);
    }
    if (!parts[1].equals("H0ZFCNT0")) {
      throw new RejectedFrameException("unknown TR " + parts[1]);
    }
    if (!parts[2].matches("[0-9]{1,9}") || Integer.parseInt(parts[2]) == 0) {
      throw new RejectedFrameException("bad count " + parts[2]);
    }
    int count = Integer.parseInt(parts[2]);
    List<String> tokens = Arrays.asList(parts[3].split("\\^", -1));
    if (tokens.size() % count != 0 && parts[3].endsWith("^")) {
      tokens = tokens.subList(0, tokens.size() - 1);
    }
    if (tokens.size() % count != 0) {
      throw new RejectedFrameException(tokens.size() + " tokens are not " + count + " records");
    }
    int width = tokens.size() / count;
    if (width < FIELDS) {
      throw new RejectedFrameException("records of " + width + " fields, fewer than " + FIELDS);
    }
    List<List<String>> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(tokens.subList(i * width, i * width + FIELDS));
    }
    return records;
  }
}
