package io.github.kisfutures.cli;

import io.github.kisfutures.analytics.bars.Bar;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bars on screen: in a terminal one line per contract, redrawn with every new bar; elsewhere one line
 * per bar. Thread-safe.
 */
final class BarScreen {
  private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean terminal;
  private final String webUi;
  private final Map<String, Bar> latest = new TreeMap<>(); // guarded by this
  private int linesDrawn; // guarded by this
  private boolean ended; // guarded by this

  BarScreen(PrintStream out, boolean terminal, String webUi) {
    this.out = out;
    this.terminal = terminal;
    this.webUi = webUi;
  }

  static BarScreen ofThisTerminal(String webUi) {
    return new BarScreen(System.out, System.console() != null, webUi);
  }

  synchronized void begin() {
    out.println("A simulated KIS feed into Flink, 5-second bars per contract. Ctrl-C ends it.");
    out.println("Flink UI: " + webUi);
    out.println(BarLine.HEADING);
    out.flush();
  }

  synchronized void show(Bar bar) {
    if (ended) {
      return;
    }
    latest.put(bar.contract(), bar);
    if (terminal) {
      redraw();
    } else {
      out.println(BarLine.of(bar));
    }
    out.flush();
  }

  private void redraw() {
    if (linesDrawn > 0) {
      out.print("\u001b[" + linesDrawn + "A");
    }
    latest.values().forEach(bar -> out.println(TO_LINE_START_AND_CLEAR + BarLine.of(bar)));
    linesDrawn = latest.size();
  }

  /** The last line: what the job has done. */
  synchronized void end(RunningJob job, Stopwatch watch) {
    if (!ended) {
      ended = true;
      out.println(new Summary(job.totals(), watch.elapsed()).text());
      out.flush();
    }
  }
}
