package io.github.kisfutures;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to other processes, of which Java knows only TERM and KILL. */
public enum ProcessSignal {
  /** What a terminal sends on Ctrl-C. */
  INT,
  /** What PostgreSQL takes for an order to end at once. */
  QUIT,
  /** The process stands still. */
  STOP,
  /** It goes on. */
  CONT;

  /** Sends it to a process; returns when it is sent. */
  public void send(Process process) {
    send(process.pid());
  }

  /** Sends it to a process; returns when it is sent. */
  public void send(long pid) {
    try {
      new ProcessBuilder("kill", "-" + name(), Long.toString(pid)).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
