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

/** Readers that register, report what they restored, and keep what they are given. */
final class FakeReaders implements SplitEnumeratorContext<SessionSplit> {
  private final int parallelism;
  private final Map<Integer, ReaderInfo> registered = new TreeMap<>();
  private final Map<Integer, List<SessionSplit>> given = new TreeMap<>();
  private final List<Integer> complete = new ArrayList<>();
  private int attempt;

  FakeReaders(int parallelism) {
    this.parallelism = parallelism;
  }

  /** From now on readers register as those of a later attempt of the job. */
  void attempt(int number) {
    attempt = number;
  }

  void register(SessionEnumerator enumerator, int subtask, SessionSplit... restored) {
    registered.put(subtask, ReaderInfo.createReaderInfo(subtask, "here", List.of(restored)));
    given.put(subtask, new ArrayList<>());
    enumerator.addReader(subtask);
  }

  void fail(SessionEnumerator enumerator, int subtask, boolean checkpointed) {
    registered.remove(subtask);
    List<SessionSplit> lost = given.remove(subtask);
    enumerator.addSplitsBack(checkpointed ? List.of() : lost, subtask);
  }

  List<SessionSplit> given(int subtask) {
    return given.get(subtask);
  }

  List<Integer> complete() {
    return complete;
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
  public int currentParallelism() {
    return parallelism;
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return registered;
  }

  @Override
  public Map<Integer, Map<Integer, ReaderInfo>> registeredReadersOfAttempts() {
    Map<Integer, Map<Integer, ReaderInfo>> attempts = new TreeMap<>();
    registered.forEach((subtask, reader) -> attempts.put(subtask, Map.of(attempt, reader)));
    return attempts;
  }

  @Override
  public void assignSplits(SplitsAssignment<SessionSplit> assignment) {
    assignment.assignment().forEach((subtask, splits) -> given.get(subtask).addAll(splits));
  }

  @Override
  public void signalNoMoreSplits(int subtask) {
    complete.add(subtask);
  }

  @Override
  public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> void callAsync(
      Callable<T> callable, BiConsumer<T, Throwable> handler, long delay, long period) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void runInCoordinatorThread(Runnable runnable) {
    runnable.run();
  }
}
