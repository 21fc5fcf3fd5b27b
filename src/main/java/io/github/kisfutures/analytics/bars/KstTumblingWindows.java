package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.market.KoreaTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/**
 * Tumbling event-time windows of several sizes in one operator: an element belongs to one window of
 * each size. Each size counts from midnight (KST); where it does not divide the day, the day's last
 * window ends after midnight but takes no element of the next day ({@code docs/numbers.md},
 * "Bars").
 */
public final class KstTumblingWindows extends WindowAssigner<Object, TimeWindow> {
  private static final long serialVersionUID = 1L;

  private final WindowSizes sizes;

  /** Windows of these sizes. */
  public KstTumblingWindows(WindowSizes sizes) {
    this.sizes = sizes;
  }

  /** Begin of the window of a size that an instant lies in; all in milliseconds. */
  static long start(long timestamp, long size) {
    long midnight = KoreaTime.midnightMillis(timestamp);
    return midnight + (timestamp - midnight) / size * size;
  }

  @Override
  public Collection<TimeWindow> assignWindows(
      Object element, long timestamp, WindowAssignerContext context) {
    if (timestamp == Long.MIN_VALUE) {
      throw new IllegalStateException(
          "a trade without a timestamp reached the windows: the source must set event time");
    }
    if (sizes.count() == 1) {
      return List.of(window(timestamp, sizes.millis(0)));
    }
    List<TimeWindow> windows = new ArrayList<>(sizes.count());
    for (int i = 0; i < sizes.count(); i++) {
      windows.add(window(timestamp, sizes.millis(i)));
    }
    return windows;
  }

  private static TimeWindow window(long timestamp, long size) {
    long start = start(timestamp, size);
    return new TimeWindow(start, start + size);
  }

  @Override
  public Trigger<Object, TimeWindow> getDefaultTrigger() {
    return EventTimeTrigger.create();
  }

  @Override
  public TypeSerializer<TimeWindow> getWindowSerializer(ExecutionConfig config) {
    return new TimeWindow.Serializer();
  }

  @Override
  public boolean isEventTime() {
    return true;
  }

  @Override
  public String toString() {
    return "KstTumblingWindows(" + sizes + ")";
  }
}
