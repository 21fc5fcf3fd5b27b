package io.github.kisfutures.source.split;

import io.github.kisfutures.feed.BackoffProgress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader knows of a session while it runs. KIS cannot replay, so there is no position. */
public final class SessionSplitState {
  private final SessionSplit split;
  private final List<ContractChange> untold;
  private long framesEmitted;

  /** The state of a session that starts. */
  public SessionSplitState(SessionSplit split) {
    this.split = split;
    this.untold = new ArrayList<>(split.changes());
  }

  /** A frame's records were collected. */
  public void frameEmitted() {
    framesEmitted++;
  }

  /** The event of a change of the contract list was emitted. */
  public void changeTold(ContractChange change) {
    untold.remove(change);
  }

  /** The session's name. */
  public String session() {
    return split.session();
  }

  /** Frames emitted since the session started. */
  public long framesEmitted() {
    return framesEmitted;
  }

  /**
   * The split for a checkpoint: whoever restores it has been restarted once more.
   *
   * @param backoff how far the reconnections have come; null before the session is open
   */
  public SessionSplit toSplit(@Nullable BackoffProgress backoff) {
    SessionSplit next = split.afterRestart().withChanges(untold);
    return backoff == null ? next : next.withBackoff(backoff);
  }
}
