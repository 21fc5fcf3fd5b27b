package io.github.kisfutures.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.market.KoreaTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.runtime.connector.source.ScanRuntimeProviderContext;
import org.apache.flink.table.types.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The format for records: captured lines and raw frames. */
class KisDeserializationSchemaTest {
  private static final String RECEIVED = "2026-07-10T09:16:39.120+09:00";
  private static final LocalTime TIME = LocalTime.of(9, 16, 39);
  private static final String FRAME =
      TickFrames.frame(
          TickFrames.record("111V06", TIME, 100, 1, 10),
          TickFrames.record("111V06", TIME.plusSeconds(1), 101, 2, 12));
  private static final DataType COLUMNS =
      DataTypes.ROW(
          DataTypes.FIELD("event_time", DataTypes.TIMESTAMP_LTZ(3)),
          DataTypes.FIELD("price", DataTypes.BIGINT()),
          DataTypes.FIELD("contract", DataTypes.STRING()));

  private final java.util.ArrayList<RowData> rows = new java.util.ArrayList<>();

  @Test
  void aCapturedLineGivesARowForEveryTrade() throws Exception {
    read(schema(FaultyFrames.FAIL, List.of()), RECEIVED + "\t" + FRAME + "\n");

    Instant first = OffsetDateTime.parse("2026-07-10T09:16:39+09:00").toInstant();
    assertThat(rows)
        .containsExactly(
            GenericRowData.of(
                TimestampData.fromInstant(first), 100L, StringData.fromString("111V06")),
            GenericRowData.of(
                TimestampData.fromInstant(first.plusSeconds(1)),
                101L,
                StringData.fromString("111V06")));
  }

  @Test
  void metadataFollowsTheColumns() throws Exception {
    read(
        schema(FaultyFrames.FAIL, List.of("receive-time", "frame-sequence", "record-index")),
        RECEIVED + "\t" + FRAME);

    RowData second = rows.get(1);
    assertThat(second.getArity()).isEqualTo(6);
    assertThat(second.getTimestamp(3, 3).toInstant())
        .isEqualTo(OffsetDateTime.parse(RECEIVED).toInstant());
    assertThat(second.getLong(4)).isZero();
    assertThat(second.getInt(5)).isEqualTo(1);
  }

  @Test
  void aRawFrameIsReceivedNow() throws Exception {
    LocalTime now = TickFrames.now();
    long before = Instant.now().toEpochMilli();
    read(
        schema(FaultyFrames.FAIL, List.of("receive-time")),
        TickFrames.frame(TickFrames.record("111V06", now, 100, 1, 10)));

    long received = rows.get(0).getTimestamp(3, 3).getMillisecond();
    assertThat(received).isBetween(before, Instant.now().toEpochMilli());
    assertThat(rows.get(0).getTimestamp(0, 3).getMillisecond())
        .isEqualTo(KoreaTime.eventTimeMillis(received, now.toSecondOfDay()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20260710171541\"}}",
        RECEIVED + "\t{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20260710171541\"}}"
      })
  void whatIsNoDataFrameGivesNoRow(String message) throws Exception {
    read(schema(FaultyFrames.FAIL, List.of()), message);

    assertThat(rows).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no line at all",
        "yesterday\t0|H0ZFCNT0|001|111V06",
        RECEIVED + "\t0|H0ZFCNT0|001|111V06^091639^77900",
        "0|H0STCNT0|001|005930^114828",
        "1|H0STCNI0|001|0011223344=="
      })
  void whatCannotBeDecodedFailsOrIsLeftOut(String message) throws Exception {
    assertThatThrownBy(() -> read(schema(FaultyFrames.FAIL, List.of()), message))
        .isInstanceOf(FaultyFrameException.class)
        .hasMessageContaining("0 cannot be decoded: ")
        .hasMessageContaining("'kis.ignore-parse-errors' = 'true'");

    read(schema(FaultyFrames.SKIP, List.of()), message, RECEIVED + "\t" + FRAME);
    assertThat(rows).hasSize(2);
  }

  @Test
  void aTombstoneGivesNoRow() throws Exception {
    schema(FaultyFrames.FAIL, List.of()).deserialize(null, new ListCollector<>(rows));

    assertThat(rows).isEmpty();
  }

  private static DeserializationSchema<RowData> schema(FaultyFrames faulty, List<String> metadata)
      throws Exception {
    KisDecodingFormat format = new KisDecodingFormat(faulty, Duration.ofSeconds(60));
    format.applyReadableMetadata(metadata);
    var schema = format.createRuntimeDecoder(ScanRuntimeProviderContext.INSTANCE, COLUMNS);
    schema.open(null);
    return schema;
  }

  private void read(DeserializationSchema<RowData> schema, String... messages) throws Exception {
    for (String message : messages) {
      schema.deserialize(message.getBytes(StandardCharsets.UTF_8), new ListCollector<>(rows));
    }
  }
}
