package io.github.kisfutures.source.capture;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.assigners.FileSplitAssigner;
import org.jspecify.annotations.Nullable;

/** Hands out captured files one after the other by path: names of captures rise with time. */
final class FilesInNameOrder implements FileSplitAssigner {
  private static final Comparator<FileSourceSplit> BY_PATH =
      Comparator.comparing((FileSourceSplit split) -> split.path().toString())
          .thenComparing(FileSourceSplit::splitId);

  private final TreeSet<FileSourceSplit> remaining = new TreeSet<>(BY_PATH);

  FilesInNameOrder(Collection<FileSourceSplit> files) {
    remaining.addAll(files);
  }

  @Override
  public Optional<FileSourceSplit> getNext(@Nullable String hostname) {
    return Optional.ofNullable(remaining.pollFirst());
  }

  @Override
  public void addSplits(Collection<FileSourceSplit> splits) {
    remaining.addAll(splits);
  }

  @Override
  public Collection<FileSourceSplit> remainingSplits() {
    return remaining;
  }
}
