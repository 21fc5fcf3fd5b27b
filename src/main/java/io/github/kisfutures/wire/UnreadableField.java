package io.github.kisfutures.wire;

import io.github.kisfutures.market.TradeField;

/**
 * A field of a frame whose characters are no value of its kind.
 *
 * @param field which one
 * @param record position of its record in the frame, from 0
 * @param start index of its first character in the frame
 * @param end index behind its last character
 */
public record UnreadableField(TradeField field, int record, int start, int end) {

  boolean isBlank() {
    return start == end;
  }

  /** What stands there, for people; long text is cut, keys are redacted. */
  public String describe(String frame) {
    return "%s (field %d of record %d) is %s"
        .formatted(
            field.kisName(),
            field.position(),
            record,
            isBlank() ? "blank" : Excerpt.of(frame, start, end));
  }
}
