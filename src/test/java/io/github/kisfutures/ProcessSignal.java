package io.github.kisfutures;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to other processes, of which Java knows only TERM and KILL. */
public enum ProcessSignal {
  /** What a terminal sends on Ctrl-C. */
  INT,
  /** The process stands still. */
  STOP,
  /** It goes on. */
  CONT;

  /** Sends it to a process; returns when it is sent. */
  public void send(Process process) {
    try {
      new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
