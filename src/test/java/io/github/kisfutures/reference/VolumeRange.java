package io.github.kisfutures.reference;

/** A half-open interval of cumulative volume: above {@code from}, up to and with {@code to}. */
record VolumeRange(long from, long to) {

  boolean contains(VolumeRange other) {
    return from <= other.from && other.to <= to;
  }

  boolean overlaps(VolumeRange other) {
    return from < other.to && other.from < to;
  }
}
