package io.github.kisfutures.source.reader;

import java.io.IOException;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * A failure that a restart cannot heal (KIS refuses the app key, or calls a request of ours
 * malformed): Flink's restart strategies do not apply to it.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class FatalFeedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With one sentence for people. */
  public FatalFeedException(String message) {
    super(message);
  }
}
