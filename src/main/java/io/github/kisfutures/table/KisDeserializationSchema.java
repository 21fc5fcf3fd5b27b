package io.github.kisfutures.table;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.source.SystemClock;
import io.github.kisfutures.source.capture.CaptureSource;
import io.github.kisfutures.wire.CaptureLine;
import io.github.kisfutures.wire.ReceivedFrame;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Decodes records that are a captured line or a raw frame; a frame of several trades gives several
 * rows. A raw frame does not say when it was received: it counts as received when it is decoded.
 */
final class KisDeserializationSchema implements DeserializationSchema<RowData> {
  private static final long serialVersionUID = 1L;

  private final RowDeserializer lines;
  private final RowDeserializer frames;
  private final SystemClock clock = new SystemClock();
  private transient long sequence;

  /**
   * Decodes records.
   *
   * @param lines decodes the frames of captured lines
   * @param frames decodes raw frames, whose trade times must all be believed: when they were
   *     received is not known
   */
  KisDeserializationSchema(RowDeserializer lines, RowDeserializer frames) {
    this.lines = lines;
    this.frames = frames;
  }

  @Override
  public void open(InitializationContext context) {
    lines.open();
    frames.open();
    sequence = 0;
  }

  @Override
  public RowData deserialize(byte @Nullable [] message) {
    throw new UnsupportedOperationException("a frame may hold several trades: give a collector");
  }

  @Override
  public void deserialize(byte @Nullable [] message, Collector<RowData> out) {
    if (message == null) {
      return; // Kafka's tombstone
    }
    String text = new String(message, StandardCharsets.UTF_8).stripTrailing();
    if (text.isEmpty()) {
      return;
    }
    long number = sequence++;
    if (isFrame(text)) {
      decode(text, clock.millis(), number, frames, out);
      return;
    }
    CaptureLine line;
    try {
      line = CaptureLine.parse(text);
    } catch (IllegalArgumentException e) {
      lines.faulty("record " + number, String.valueOf(e.getMessage()));
      return;
    }
    decode(line.frame(), line.receivedAtMillis(), number, lines, out);
  }

  private static void decode(
      String frame, long receivedAt, long number, RowDeserializer rows, Collector<RowData> out) {
    Receipt receipt = new Receipt(receivedAt, CaptureSource.SESSION, 0, number);
    rows.frame(new ReceivedFrame(frame, receipt), (row, eventTime) -> out.collect(row));
  }

  /** Data frames begin with a flag and a bar, control messages with a brace, lines with a year. */
  private static boolean isFrame(String text) {
    return text.charAt(0) == '{' || (text.length() > 1 && text.charAt(1) == '|');
  }

  @Override
  public boolean isEndOfStream(RowData next) {
    return false;
  }

  @Override
  public TypeInformation<RowData> getProducedType() {
    return lines.getProducedType();
  }
}
