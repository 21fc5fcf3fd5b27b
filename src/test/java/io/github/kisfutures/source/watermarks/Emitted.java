package io.github.kisfutures.source.watermarks;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Watermarks as they were emitted, milliseconds since the epoch. */
final class Emitted implements WatermarkOutput {
  final List<Long> watermarks = new ArrayList<>();

  @Override
  public void emitWatermark(Watermark watermark) {
    watermarks.add(watermark.getTimestamp());
  }

  @Override
  public void markIdle() {
    throw new AssertionError("a quiet feed is not idle");
  }

  @Override
  public void markActive() {
    throw new AssertionError("a feed is never idle");
  }

  long last() {
    return watermarks.get(watermarks.size() - 1);
  }
}
