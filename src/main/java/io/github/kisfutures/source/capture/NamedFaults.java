package io.github.kisfutures.source.capture;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;

/** A format that says which file it is that is not packed as its name says. */
record NamedFaults<T>(BulkFormat<T, FileSourceSplit> format)
    implements BulkFormat<T, FileSourceSplit> {

  @Override
  public Reader<T> createReader(Configuration config, FileSourceSplit split) throws IOException {
    try {
      return format.createReader(config, split);
    } catch (EOFException | ZipException e) {
      throw named(split);
    }
  }

  @Override
  public Reader<T> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
    try {
      return format.restoreReader(config, split);
    } catch (EOFException | ZipException e) {
      throw named(split);
    }
  }

  /** Without a cause: the deepest message is the one that people see. */
  private static IOException named(FileSourceSplit split) {
    return new IOException(
        split.path().getPath() + " is no packed file, whatever its name says; remove it");
  }

  @Override
  public boolean isSplittable() {
    return format.isSplittable();
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return format.getProducedType();
  }
}
