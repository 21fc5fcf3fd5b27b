package io.github.kisfutures.source.reader;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread wait until another says that there is something to do; a signal is never lost.
 */
final class WakeUp {
  private boolean signalled; // guarded by this

  /** Ends the current wait, or the next one. */
  synchronized void signal() {
    signalled = true;
    notifyAll();
  }

  /**
   * Waits for a signal and takes it.
   *
   * @param atMost how long; null if for ever
   */
  synchronized void await(@Nullable Duration atMost) throws InterruptedException {
    if (atMost != null && !signalled) {
      wait(atMost.toMillis()); // one that ends early does no harm
    }
    while (atMost == null && !signalled) {
      wait();
    }
    signalled = false;
  }
}
