package io.github.kisfutures.source.enumerator;

import io.github.kisfutures.source.split.SessionSplit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each session to one reader. A session's reader is its placement modulo the parallelism, so
 * that sessions which carry the same contracts run on different subtasks where there are several.
 *
 * <p><b>Restoring.</b> A session must have its final contracts before it connects, and the list may
 * have changed since the checkpoint. So restored readers open nothing by themselves: they report
 * the sessions they held when they register ({@code SupportsSplitReassignmentOnRecovery}). When all
 * readers have, the enumerator knows every session of the checkpoint (theirs, and those that waited
 * in its own state), plans once, and assigns. That also puts sessions where they belong when the
 * parallelism is another.
 *
 * <p>After that a reader that comes back, alone, gets its sessions again. Each word about a session
 * counts the restores so far; of two, the one with more is the newer.
 *
 * <p>A job that fails before its first checkpoint may come back with a new enumerator that knows of
 * nothing. The attempt numbers of its readers tell that it is not the first start, so its sessions
 * wait out the back-off all the same ({@code docs/architecture.md}, "What the source promises").
 */
public final class SessionEnumerator
    implements SplitEnumerator<SessionSplit, SessionEnumeratorState> {
  private static final Logger LOG = LoggerFactory.getLogger(SessionEnumerator.class);

  private final SplitEnumeratorContext<SessionSplit> context;
  private final SessionPlan plan;
  private final boolean bounded;
  private final @Nullable AppKeys previousKeys;
  private final Map<String, SessionSplit> sessions = new LinkedHashMap<>();
  private final Set<String> assigned = new TreeSet<>();
  private boolean planned;

  /**
   * An enumerator of the plan's sessions.
   *
   * @param bounded whether a reader is at its end when all its sessions are
   * @param restored state of a checkpoint, or null at a fresh start
   */
  public SessionEnumerator(
      SplitEnumeratorContext<SessionSplit> context,
      SessionPlan plan,
      boolean bounded,
      @Nullable SessionEnumeratorState restored) {
    this.context = context;
    this.plan = plan;
    this.bounded = bounded;
    this.previousKeys = restored == null ? null : restored.keys();
    if (restored != null) {
      restored.waiting().forEach(this::learn);
    }
  }

  @Override
  public void start() {
    planWhenAllAreThere();
  }

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    // sessions are assigned when a reader registers, not on request
  }

  @Override
  public void addReader(int subtask) {
    ReaderInfo reader = context.registeredReaders().get(subtask);
    if (reader != null) {
      reader.<SessionSplit>getReportedSplitsOnRegistration().forEach(this::learn);
    }
    if (planned) {
      assign(subtask);
    } else {
      planWhenAllAreThere();
    }
  }

  private void planWhenAllAreThere() {
    if (context.registeredReaders().size() == context.currentParallelism()) {
      planOnce();
      context.registeredReaders().keySet().forEach(this::assign);
    }
  }

  @Override
  public void addSplitsBack(List<SessionSplit> splits, int subtask) {
    for (SessionSplit split : splits) {
      assigned.remove(split.session());
      learn(split.afterRestart());
    }
  }

  private void learn(SessionSplit word) {
    SessionSplit known = sessions.get(word.session());
    boolean unheardOf = known == null && !planned; // later it is one that the plan has dropped
    if (unheardOf || (known != null && word.restarts() > known.restarts())) {
      sessions.put(word.session(), word);
    }
  }

  private void planOnce() {
    PreviousSessions previous = new PreviousSessions(previousKeys, List.copyOf(sessions.values()));
    sessions.clear();
    int attempt = attempt();
    for (SessionSplit fromPlan : plan.sessions(previous)) {
      SessionSplit session = fromPlan.withRestarts(Math.max(fromPlan.restarts(), attempt));
      sessions.put(session.session(), session);
      session.changes().forEach(change -> LOG.info("{}: {}", session.session(), change.sentence()));
    }
    planned = true;
  }

  /** How often readers were started again since the job was submitted. */
  private int attempt() {
    return context.registeredReadersOfAttempts().values().stream()
        .flatMap(attempts -> attempts.keySet().stream())
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  /** Gives a reader, which has nothing yet, all that is its. */
  private void assign(int subtask) {
    for (SessionSplit session : sessions.values()) {
      if (Math.floorMod(session.placement(), context.currentParallelism()) == subtask) {
        assigned.add(session.session());
        context.assignSplit(session, subtask);
      }
    }
    if (bounded) {
      context.signalNoMoreSplits(subtask);
    }
  }

  @Override
  public SessionEnumeratorState snapshotState(long checkpointId) {
    List<SessionSplit> waiting =
        sessions.values().stream().filter(s -> !assigned.contains(s.session())).toList();
    return new SessionEnumeratorState(planned ? plan.keys() : previousKeys, waiting);
  }

  @Override
  public void close() {}
}
