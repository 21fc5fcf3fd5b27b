package io.github.kisfutures.cli.screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Where the output goes.
 *
 * @param redraws whether lines may be drawn again in place; otherwise it is a file or a pipe
 * @param rows height in lines
 * @param columns width in characters
 */
public record Terminal(boolean redraws, int rows, int columns) {
  /** A file or a pipe. */
  public static final Terminal NONE = new Terminal(false, 24, Integer.MAX_VALUE);

  private static final Terminal USUAL = new Terminal(true, 24, 80);

  /** That of this JVM. */
  public static Terminal ofThisProcess() {
    return System.console() == null ? NONE : measured();
  }

  /** The JDK does not tell a terminal's size; {@code stty} does, where there is one. */
  private static Terminal measured() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectErrorStream(true)
              .start();
      String answer =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0 ? parse(answer) : USUAL;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL;
    } catch (IOException e) {
      return USUAL; // no such program: not a Unix
    }
  }

  /** Of the answer {@code rows columns}. */
  static Terminal parse(String size) {
    int space = size.indexOf(' ');
    try {
      int rows = Integer.parseInt(size.substring(0, Math.max(0, space)));
      int columns = Integer.parseInt(size.substring(space + 1));
      return rows > 0 && columns > 0 ? new Terminal(true, rows, columns) : USUAL;
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }

  /** As much of a line as fits: a wrapped one would shift all below it. */
  String fit(String line) {
    return line.length() <= columns ? line : line.substring(0, columns);
  }
}
