package io.github.kisfutures.source.capture;

import io.github.kisfutures.capture.CapturePath;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.metrics.ImpossibleTimes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.IteratorResultIterator;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Captured files as a stream of a deserializer's records. A position is a number of records: a
 * restored reader reads the same files from their begin, and passes over what was read before.
 *
 * @param <T> record type
 */
final class CaptureFormat<T> implements BulkFormat<T, FileSourceSplit> {
  private static final long serialVersionUID = 1L;
  private static final int BATCH = 512;

  private final FeedDeserializer<T> deserializer;

  /** Files and directories that are read as one; empty if each split is read for itself. */
  private final ArrayList<Path> merged;

  /** Of all files that a task reads, so that it is said once. */
  private transient @Nullable ImpossibleTimes impossibleTimes;

  CaptureFormat(FeedDeserializer<T> deserializer, Collection<Path> merged) {
    this.deserializer = deserializer;
    this.merged = new ArrayList<>(merged);
  }

  @Override
  public Reader<T> createReader(Configuration config, FileSourceSplit split) throws IOException {
    if (impossibleTimes == null) {
      impossibleTimes = new ImpossibleTimes();
    }
    deserializer.open();
    deserializer.observe(impossibleTimes);
    List<Path> files = merged.isEmpty() ? List.of(split.path()) : filesBelow(merged);
    List<CaptureFile.Opener> openers = new ArrayList<>();
    files.forEach(file -> openers.add(() -> open(file)));
    return new Batches<>(new CaptureReader<>(openers, deserializer));
  }

  @Override
  public Reader<T> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
    Batches<T> reader = (Batches<T>) createReader(config, split);
    reader.passOver(
        split.getReaderPosition().map(CheckpointedPosition::getRecordsAfterOffset).orElse(0L));
    return reader;
  }

  private static List<Path> filesBelow(List<Path> paths) throws IOException {
    return new NonSplittingRecursiveEnumerator()
        .enumerateSplits(paths.toArray(Path[]::new), 1).stream()
            .map(FileSourceSplit::path)
            .sorted(Comparator.comparing(Path::toString))
            .toList();
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = file.getFileSystem().open(file);
    if (!CapturePath.isPacked(java.nio.file.Path.of(file.getPath()))) {
      return bytes;
    }
    try {
      return new GZIPInputStream(bytes);
    } catch (EOFException | ZipException e) {
      bytes.close();
      // without a cause: the deepest message is the one that people see
      throw new IOException(
          file.getPath() + " is no packed file, whatever its name says; remove it");
    }
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return deserializer.getProducedType();
  }

  private static final class Batches<T> implements Reader<T> {
    private final CaptureReader<T> records;
    private long read;

    Batches(CaptureReader<T> records) {
      this.records = records;
    }

    void passOver(long number) throws IOException {
      while (read < number && records.read() != null) {
        read++;
      }
    }

    @Override
    public @Nullable RecordIterator<T> readBatch() throws IOException {
      List<T> batch = new ArrayList<>(BATCH);
      while (batch.size() < BATCH) {
        T next = records.read();
        if (next == null) {
          break;
        }
        batch.add(next);
      }
      if (batch.isEmpty()) {
        return null;
      }
      long before = read;
      read += batch.size();
      return new IteratorResultIterator<>(batch.iterator(), CheckpointedPosition.NO_OFFSET, before);
    }

    @Override
    public void close() throws IOException {
      records.close();
    }
  }
}
