package io.github.kisfutures.source.split;

/** What a reader knows of a session while it runs. KIS cannot replay, so there is no position. */
public final class SessionSplitState {
  private final SessionSplit split;
  private long framesEmitted;

  /** The state of a session that starts. */
  public SessionSplitState(SessionSplit split) {
    this.split = split;
  }

  /** A frame's records were collected. */
  public void frameEmitted() {
    framesEmitted++;
  }

  /** Frames emitted since the session started. */
  public long framesEmitted() {
    return framesEmitted;
  }

  /** The split for a checkpoint: whoever restores it has been restarted once more. */
  public SessionSplit toSplit() {
    return split.afterRestart();
  }
}
