package io.github.kisfutures.source.enumerator;

import io.github.kisfutures.source.split.SessionSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;

/**
 * A coordinator whose readers come and go as the test says, and which notes what they are given.
 */
final class FakeContext implements SplitEnumeratorContext<SessionSplit> {
  private final int parallelism;
  private final Map<Integer, ReaderInfo> readers = new TreeMap<>();
  private final Map<Integer, List<SessionSplit>> assigned = new TreeMap<>();

  FakeContext(int parallelism) {
    this.parallelism = parallelism;
  }

  void register(int subtask) {
    readers.put(subtask, new ReaderInfo(subtask, "host"));
  }

  void unregister(int subtask) {
    readers.remove(subtask);
  }

  /** Everything given to each subtask so far, in order. */
  Map<Integer, List<SessionSplit>> assigned() {
    return assigned;
  }

  @Override
  public int currentParallelism() {
    return parallelism;
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return Map.copyOf(readers);
  }

  @Override
  public void assignSplits(SplitsAssignment<SessionSplit> splits) {
    splits
        .assignment()
        .forEach(
            (subtask, given) -> {
              if (!readers.containsKey(subtask)) {
                throw new AssertionError("subtask " + subtask + " is not registered");
              }
              assigned.computeIfAbsent(subtask, any -> new ArrayList<>()).addAll(given);
            });
  }

  @Override
  public void signalNoMoreSplits(int subtask) {
    throw new AssertionError("a live feed has no end");
  }

  @Override
  public SplitEnumeratorMetricGroup metricGroup() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void sendEventToSourceReader(int subtask, SourceEvent event) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> void callAsync(Callable<T> work, BiConsumer<T, Throwable> handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> void callAsync(
      Callable<T> work, BiConsumer<T, Throwable> handler, long initialDelay, long period) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void runInCoordinatorThread(Runnable work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setIsProcessingBacklog(boolean backlog) {
    throw new UnsupportedOperationException();
  }
}
