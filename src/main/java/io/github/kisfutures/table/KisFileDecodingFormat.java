package io.github.kisfutures.table;

import io.github.kisfutures.source.capture.CaptureSource;
import java.time.Duration;
import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.table.format.BulkDecodingFormat;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.Projection;
import org.apache.flink.table.connector.format.ProjectableDecodingFormat;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;

/** The format {@code kis} of a table of captured files, while it is planned. */
final class KisFileDecodingFormat
    implements BulkDecodingFormat<RowData>,
        ProjectableDecodingFormat<BulkFormat<RowData, FileSourceSplit>> {
  private final FaultyFrames faultyFrames;
  private final Duration maxClockSkew;

  KisFileDecodingFormat(FaultyFrames faultyFrames, Duration maxClockSkew) {
    this.faultyFrames = faultyFrames;
    this.maxClockSkew = maxClockSkew;
  }

  @Override
  public BulkFormat<RowData, FileSourceSplit> createRuntimeDecoder(
      DynamicTableSource.Context context, DataType declared, int[][] projections) {
    TickSchema.of(declared); // all columns, also those that are not asked for
    TickRowType scanned = new TickRowType(Projection.of(projections).project(declared), List.of());
    return CaptureSource.format(
        new RowDeserializer(
            scanned.rows().believing(maxClockSkew),
            context.createTypeInformation(scanned.type()),
            faultyFrames));
  }

  @Override
  public BulkFormat<RowData, FileSourceSplit> createRuntimeDecoder(
      DynamicTableSource.Context context, DataType declared) {
    return createRuntimeDecoder(context, declared, Projection.all(declared).toNestedIndexes());
  }

  @Override
  public ChangelogMode getChangelogMode() {
    return ChangelogMode.insertOnly();
  }
}
