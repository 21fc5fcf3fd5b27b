package io.github.kisfutures.source.reader;

import io.github.kisfutures.source.metrics.SessionNumbers;
import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.source.split.SessionSplitState;
import io.github.kisfutures.source.watermarks.SessionWatermark;
import org.jspecify.annotations.Nullable;

/** What a reader keeps of a session while it runs; used by the reader's thread but for one call. */
final class ReaderSession {
  private final SessionSplitState state;
  private final SessionNumbers numbers;
  private final @Nullable SessionWatermark watermark;

  /** Set by the thread that opens it. */
  private volatile @Nullable OpenSession open;

  /**
   * A session that is not open yet.
   *
   * @param state what goes into checkpoints
   * @param numbers what metrics show
   * @param watermark how far time has come; null if the source emits no watermarks
   */
  ReaderSession(
      SessionSplitState state, SessionNumbers numbers, @Nullable SessionWatermark watermark) {
    this.state = state;
    this.numbers = numbers;
    this.watermark = watermark;
  }

  /** The session was opened; called by the thread that did it. */
  void opened(OpenSession session) {
    numbers.opened(session);
    open = session;
  }

  SessionSplitState state() {
    return state;
  }

  SessionNumbers numbers() {
    return numbers;
  }

  @Nullable SessionWatermark watermark() {
    return watermark;
  }

  /** The split for a checkpoint, with the back-off as the session has it now. */
  SessionSplit toSplit() {
    OpenSession session = open;
    return state.toSplit(session == null ? null : session.session().statistics().backoff());
  }
}
