package io.github.kisfutures.cli.screen;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the status line of each second goes: below the live table, alone on the last line of a
 * terminal, or, in a file, as lines: every second of the first minute, which a new user watches,
 * and every ten seconds afterwards.
 */
public final class StatusDisplay {
  private static final int FIRST = 60;
  private static final int AFTERWARDS = 10;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream err;
  private final Terminal terminal;
  private final @Nullable LiveScreen screen;
  private int shown;

  /**
   * A display.
   *
   * @param err where lines go without a live table
   * @param screen the live table, or null without one
   */
  public StatusDisplay(PrintStream err, Terminal terminal, @Nullable LiveScreen screen) {
    this.err = err;
    this.terminal = terminal;
    this.screen = screen;
  }

  /** Shows the line of this second. */
  public void show(String line) {
    shown++;
    if (!terminal.redraws()) {
      if (shown <= FIRST || shown % AFTERWARDS == 0) {
        err.println(line);
      }
    } else if (screen != null) {
      screen.redraw(line);
    } else {
      err.print(CLEAR_LINE + terminal.fit(line));
      err.flush();
    }
  }

  /** What follows begins on a line of its own. */
  public void end() {
    if (shown > 0 && terminal.redraws() && screen == null) {
      err.println();
    }
  }
}
