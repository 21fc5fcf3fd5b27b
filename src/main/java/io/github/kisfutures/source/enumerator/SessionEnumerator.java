package io.github.kisfutures.source.enumerator;

import io.github.kisfutures.source.split.SessionSplit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/**
 * Gives each session to one reader. A session's reader is its placement modulo the parallelism, so
 * that sessions which carry the same contracts run on different subtasks where there are several.
 */
public final class SessionEnumerator
    implements SplitEnumerator<SessionSplit, SessionEnumeratorState> {
  private final SplitEnumeratorContext<SessionSplit> context;
  private final Map<String, SessionSplit> waiting = new LinkedHashMap<>();
  private final Set<String> assigned = new TreeSet<>();

  /**
   * An enumerator of the plan's sessions.
   *
   * @param restored state of a checkpoint, or null at a fresh start; sessions that are not in the
   *     plan any more are forgotten, new ones are added
   */
  public SessionEnumerator(
      SplitEnumeratorContext<SessionSplit> context,
      SessionPlan plan,
      @Nullable SessionEnumeratorState restored) {
    this.context = context;
    if (restored != null) {
      // a reader drops a session that is not planned any more; planned again later, it is a new one
      restored.assigned().stream().filter(plan::names).forEach(assigned::add);
      for (SessionSplit split : restored.waiting()) {
        plan.reconcile(split).ifPresent(this::enqueue);
      }
    }
    for (SessionSplit planned : plan.sessions()) {
      if (!assigned.contains(planned.session()) && !waiting.containsKey(planned.session())) {
        enqueue(planned);
      }
    }
  }

  private void enqueue(SessionSplit split) {
    waiting.put(split.session(), split);
  }

  @Override
  public void start() {
    assignWaiting();
  }

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    // sessions are assigned when a reader registers, not on request
  }

  @Override
  public void addReader(int subtask) {
    assignWaiting();
  }

  @Override
  public void addSplitsBack(List<SessionSplit> splits, int subtask) {
    for (SessionSplit split : splits) {
      assigned.remove(split.session());
      enqueue(split);
    }
    assignWaiting();
  }

  private void assignWaiting() {
    for (SessionSplit split : List.copyOf(waiting.values())) {
      int owner = Math.floorMod(split.placement(), context.currentParallelism());
      if (context.registeredReaders().containsKey(owner)) {
        waiting.remove(split.session());
        assigned.add(split.session());
        context.assignSplit(split, owner);
      }
    }
  }

  @Override
  public SessionEnumeratorState snapshotState(long checkpointId) {
    return new SessionEnumeratorState(assigned, List.copyOf(waiting.values()));
  }

  @Override
  public void close() {}
}
