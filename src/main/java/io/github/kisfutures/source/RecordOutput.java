package io.github.kisfutures.source;

import org.apache.flink.annotation.PublicEvolving;

/**
 * Takes the records of a deserializer, each with its event time, which is found once, where the
 * record is decoded.
 *
 * @param <T> record type of the source
 */
@FunctionalInterface
@PublicEvolving
public interface RecordOutput<T> {
  /** Event time of what has none: it does not move the watermark. */
  long NO_TIME = Long.MIN_VALUE;

  /**
   * Takes a record.
   *
   * @param eventTimeMillis milliseconds since the epoch, or {@link #NO_TIME}
   */
  void collect(T record, long eventTimeMillis);

  /** Takes a record that has no event time. */
  default void collect(T record) {
    collect(record, NO_TIME);
  }
}
