package io.github.kisfutures.table;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.Projection;
import org.apache.flink.table.connector.format.ProjectableDecodingFormat;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;

/** The format {@code kis} of a table of records, while it is planned. */
final class KisDecodingFormat implements ProjectableDecodingFormat<DeserializationSchema<RowData>> {
  private final FaultyFrames faultyFrames;
  private final Duration maxClockSkew;
  private List<String> metadataKeys = List.of();

  KisDecodingFormat(FaultyFrames faultyFrames, Duration maxClockSkew) {
    this.faultyFrames = faultyFrames;
    this.maxClockSkew = maxClockSkew;
  }

  @Override
  public Map<String, DataType> listReadableMetadata() {
    return TickMetadata.readable();
  }

  @Override
  public void applyReadableMetadata(List<String> keys) {
    metadataKeys = List.copyOf(keys);
  }

  @Override
  public DeserializationSchema<RowData> createRuntimeDecoder(
      DynamicTableSource.Context context, DataType declared, int[][] projections) {
    TickSchema.of(declared); // all columns, also those that are not asked for
    TickRowType scanned =
        new TickRowType(Projection.of(projections).project(declared), metadataKeys);
    TypeInformation<RowData> type = context.createTypeInformation(scanned.type());
    return new KisDeserializationSchema(
        new RowDeserializer(scanned.rows().believing(maxClockSkew), type, faultyFrames),
        new RowDeserializer(scanned.rows(), type, faultyFrames));
  }

  @Override
  public ChangelogMode getChangelogMode() {
    return ChangelogMode.insertOnly();
  }
}
