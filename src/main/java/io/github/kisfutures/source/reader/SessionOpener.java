package io.github.kisfutures.source.reader;

import io.github.kisfutures.source.split.SessionSplit;
import java.io.IOException;
import java.io.Serializable;

/** Starts the session of a split: the seam between Flink's reader and the feed. */
public interface SessionOpener extends Serializable {
  /**
   * Starts a session; it connects on its own threads.
   *
   * @param onAvailable called whenever its queue has become non-empty
   * @throws IOException with one sentence, if the session's credentials cannot be had here
   */
  OpenSession open(SessionSplit split, Runnable onAvailable) throws IOException;
}
