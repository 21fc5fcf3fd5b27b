package io.github.kisfutures.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.ActivityClock;
import io.github.kisfutures.feed.CredentialsReference;
import io.github.kisfutures.feed.FeedSettings;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.source.FeedWatermarks;
import io.github.kisfutures.source.reader.LiveSessions;
import io.github.kisfutures.wire.ReceivedFrame;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.DataType;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

/** A live row tells its times although it shows none, and is copied as any other row. */
class LiveRowDeserializerTest {
  private static final long RECEIVED = Instant.parse("2026-07-10T01:00:00Z").toEpochMilli();
  private static final DataType COLUMNS =
      DataTypes.ROW(
          DataTypes.FIELD("contract", DataTypes.STRING()),
          DataTypes.FIELD("price", DataTypes.BIGINT()));
  private static final InternalTypeInfo<RowData> TYPE =
      InternalTypeInfo.of(COLUMNS.getLogicalType());

  private final LiveRowDeserializer deserializer =
      new LiveRowDeserializer(
          new TickRowType(COLUMNS, List.of()).rows(),
          TYPE,
          new RowSelection(null, null),
          new LiveSessions(FeedSettings.defaults(), CredentialsReference.environment()));
  private final RowData row = row("A11610", LocalTime.of(9, 59, 58));

  private RowData row(String contract, LocalTime time) {
    List<RowData> rows = new ArrayList<>();
    deserializer.open();
    deserializer.frame(
        new ReceivedFrame(
            TickFrames.frame(TickFrames.record(contract, time, 7, 1, 10)),
            new Receipt(RECEIVED, "session-1", 1, 0)),
        rows::add);
    return rows.get(0);
  }

  @Test
  void itTellsItsTimes() {
    assertThat(deserializer.timestamp(row))
        .isEqualTo(KoreaTime.eventTimeMillis(RECEIVED, LocalTime.of(9, 59, 58).toSecondOfDay()));
    assertThat(deserializer.receivedAt(row)).isEqualTo(RECEIVED);
  }

  @Test
  void copiesAreOrdinaryRows() throws IOException {
    GenericRowData plain = GenericRowData.of(StringData.fromString("A11610"), 7L);
    var serializer = TYPE.toRowSerializer();
    DataOutputSerializer bytes = new DataOutputSerializer(64);
    serializer.serialize(row, bytes);

    assertThat(serializer.copy(row)).isEqualTo(plain);
    assertThat(serializer.toBinaryRow(row)).isEqualTo(serializer.toBinaryRow(plain));
    assertThat(serializer.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer())))
        .isEqualTo(serializer.toBinaryRow(plain));
  }

  /** A clock that stands far beyond the row's receipt. */
  private static final class LateClock implements FeedWatermarks.SerializableClock {
    private static final long serialVersionUID = 1L;

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(RECEIVED).plusSeconds(60);
    }
  }

  /** The strategy is shipped to the task: it does not share the deserializer of the source. */
  @Test
  void theClockWaitsForRowsThatStillWaitInOurQueues() throws Exception {
    FeedWatermarks<RowData> shipped =
        InstantiationUtil.clone(
            FeedWatermarks.live(
                deserializer, Duration.ofHours(1), Duration.ofSeconds(5), new LateClock()));
    List<Long> emitted = new ArrayList<>();
    WatermarkOutput output =
        new WatermarkOutput() {
          @Override
          public void emitWatermark(Watermark watermark) {
            emitted.add(watermark.getTimestamp());
          }

          @Override
          public void markIdle() {}

          @Override
          public void markActive() {}
        };
    var generator = shipped.createWatermarkGenerator(new ActivityClock(() -> 0));
    long timestamp =
        shipped.createTimestampAssigner(() -> null).extractTimestamp(row, Long.MIN_VALUE);

    generator.onEvent(row, timestamp, output);
    generator.onPeriodicEmit(output);

    assertThat(timestamp).isEqualTo(deserializer.timestamp(row));
    assertThat(emitted.get(emitted.size() - 1)).isEqualTo(RECEIVED - 5_000);
  }
}
