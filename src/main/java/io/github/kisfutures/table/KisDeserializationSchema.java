package io.github.kisfutures.table;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.source.SystemClock;
import io.github.kisfutures.source.capture.CaptureSource;
import io.github.kisfutures.wire.CaptureLine;
import io.github.kisfutures.wire.ReceivedFrame;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
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

  private final RowDeserializer rows;
  private final SystemClock clock = new SystemClock();
  private transient long sequence;

  KisDeserializationSchema(RowDeserializer rows) {
    this.rows = rows;
  }

  @Override
  public void open(InitializationContext context) {
    rows.open();
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
    CaptureLine line;
    try {
      line = isFrame(text) ? received(text, clock) : CaptureLine.parse(text);
    } catch (IllegalArgumentException e) {
      rows.faulty("record " + number, String.valueOf(e.getMessage()));
      return;
    }
    Receipt receipt = new Receipt(line.receivedAtMillis(), CaptureSource.SESSION, 0, number);
    rows.frame(new ReceivedFrame(line.frame(), receipt), out::collect);
  }

  /** Data frames begin with a flag and a bar, control messages with a brace, lines with a year. */
  private static boolean isFrame(String text) {
    return text.charAt(0) == '{' || (text.length() > 1 && text.charAt(1) == '|');
  }

  private static CaptureLine received(String frame, InstantSource clock) {
    return new CaptureLine(clock.millis(), frame);
  }

  @Override
  public boolean isEndOfStream(RowData next) {
    return false;
  }

  @Override
  public TypeInformation<RowData> getProducedType() {
    return rows.getProducedType();
  }
}
