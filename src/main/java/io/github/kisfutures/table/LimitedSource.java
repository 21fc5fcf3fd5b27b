package io.github.kisfutures.table;

import io.github.kisfutures.source.KisSource;
import io.github.kisfutures.source.enumerator.SessionEnumeratorState;
import io.github.kisfutures.source.split.SessionSplit;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SupportsSplitReassignmentOnRecovery;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.table.data.RowData;

/**
 * The live feed until a number of rows is there, from whichever sessions. The rows are counted by
 * its one subtask: give it a parallelism of 1.
 */
final class LimitedSource
    implements Source<RowData, SessionSplit, SessionEnumeratorState>,
        SupportsSplitReassignmentOnRecovery {
  private static final long serialVersionUID = 1L;

  private final KisSource<RowData> source;

  /** The very one that the source decodes with, also after both were shipped to a task. */
  private final LiveRowDeserializer rows;

  LimitedSource(KisSource<RowData> source, LiveRowDeserializer rows) {
    this.source = source;
    this.rows = rows;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<RowData, SessionSplit> createReader(SourceReaderContext context) {
    return new LimitedReader(source.createReader(context), rows);
  }

  @Override
  public SplitEnumerator<SessionSplit, SessionEnumeratorState> createEnumerator(
      SplitEnumeratorContext<SessionSplit> context) {
    return source.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<SessionSplit, SessionEnumeratorState> restoreEnumerator(
      SplitEnumeratorContext<SessionSplit> context, SessionEnumeratorState checkpoint) {
    return source.restoreEnumerator(context, checkpoint);
  }

  @Override
  public SimpleVersionedSerializer<SessionSplit> getSplitSerializer() {
    return source.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<SessionEnumeratorState> getEnumeratorCheckpointSerializer() {
    return source.getEnumeratorCheckpointSerializer();
  }
}
