package io.github.kisfutures.cli;

/**
 * Says when a TaskManager has died, from what the cluster counts at one look after the other. One
 * that is only starting, or that registers anew after a pause of the JVM, is not missed.
 */
final class TaskManagerCount {
  /** One look may fall into the moment between two registrations. */
  private static final int LOOKS_UNTIL_LOST = 2;

  /** A start takes a second or two; on a machine that is overloaded, many. */
  private static final int LOOKS_UNTIL_STARTED = 30;

  private final int wanted;
  private boolean started;
  private int looksShort;

  /** Of a cluster that has just started its TaskManagers. */
  TaskManagerCount(int wanted) {
    this.wanted = wanted;
  }

  /**
   * How many are to be started now.
   *
   * @param connected what was counted
   */
  int missing(int connected) {
    if (connected >= wanted) {
      started = true;
      looksShort = 0;
      return 0;
    }
    looksShort++;
    if (looksShort < (started ? LOOKS_UNTIL_LOST : LOOKS_UNTIL_STARTED)) {
      return 0;
    }
    started = false;
    looksShort = 0;
    return wanted - connected;
  }
}
