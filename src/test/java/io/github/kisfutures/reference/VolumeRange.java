package io.github.kisfutures.reference;

/** A half-open interval of cumulative volume: above {@code from}, up to and with {@code to}. */
record VolumeRange(long from, long to) {

  static VolumeRange of(RawTrade trade) {
    return new VolumeRange(trade.volumeBefore(), trade.volumeAfter());
  }

  boolean contains(VolumeRange other) {
    return from <= other.from && other.to <= to;
  }

  boolean overlaps(VolumeRange other) {
    return from < other.to && other.from < to;
  }
}
