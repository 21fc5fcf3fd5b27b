package io.github.kisfutures.cli.screen;

import io.github.kisfutures.analytics.bars.Bar;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The live table: in a terminal the newest bar of each contract, the last notices and the status
 * line, redrawn in place; elsewhere a plain line per bar and notice.
 *
 * <p>The job's sinks run in this JVM but reach their screen by number, since a sink travels to its
 * task as bytes.
 */
public final class LiveScreen implements AutoCloseable {
  private static final int NOTICES = 5;
  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Map<Integer, LiveScreen> OPEN = new ConcurrentHashMap<>();

  private final int number = NUMBERS.incrementAndGet();
  private final PrintStream out;
  private final Terminal terminal;
  private final Map<String, Bar> latest = new TreeMap<>();
  private final Deque<String> notices = new ArrayDeque<>();
  private String status = "";
  private int linesDrawn;
  private boolean headed;

  private LiveScreen(PrintStream out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A screen that shows on {@code out}. */
  public static LiveScreen open(PrintStream out, Terminal terminal) {
    LiveScreen screen = new LiveScreen(out, terminal);
    OPEN.put(screen.number, screen);
    return screen;
  }

  /** The screen of a number; null after it was closed. */
  static @Nullable LiveScreen find(int number) {
    return OPEN.get(number);
  }

  int number() {
    return number;
  }

  /** Shows a bar in place of its contract's previous one. */
  synchronized void bar(Bar bar) {
    latest.put(bar.contract(), bar);
    if (!terminal.redraws()) {
      if (!headed) {
        headed = true;
        out.println(BarLine.HEADING);
      }
      out.println(BarLine.of(bar));
      out.flush();
    }
  }

  /** Shows a sentence: an alert, a gap. */
  synchronized void notice(String line) {
    notices.addLast(line);
    if (notices.size() > NOTICES) {
      notices.removeFirst();
    }
    if (!terminal.redraws()) {
      out.println(line);
      out.flush();
    }
  }

  /** Redraws the whole, with this status line at its end; nothing but in a terminal. */
  public synchronized void redraw(String newStatus) {
    status = newStatus;
    if (terminal.redraws()) {
      draw();
    }
  }

  private void draw() {
    List<String> lines = new ArrayList<>();
    int room = Math.max(1, terminal.rows() - notices.size() - 4);
    lines.add(BarLine.HEADING);
    latest.values().stream().limit(room).map(BarLine::of).forEach(lines::add);
    if (latest.size() > room) {
      lines.add("... and " + (latest.size() - room) + " more contracts");
    }
    lines.addAll(notices);
    lines.add(status);
    StringBuilder text = new StringBuilder();
    if (linesDrawn > 0) {
      text.append("\u001b[").append(linesDrawn).append('A');
    }
    lines.forEach(line -> text.append(CLEAR_LINE).append(terminal.fit(line)).append('\n'));
    out.print(text.append(CLEAR_BELOW));
    out.flush();
    linesDrawn = lines.size();
  }

  /** What comes later is shown nowhere. */
  @Override
  public void close() {
    OPEN.remove(number);
    out.flush();
  }
}
