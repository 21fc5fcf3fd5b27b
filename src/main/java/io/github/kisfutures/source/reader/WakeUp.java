package io.github.kisfutures.source.reader;

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

  /** Waits for a signal and takes it. */
  synchronized void await() throws InterruptedException {
    while (!signalled) {
      wait();
    }
    signalled = false;
  }
}
