package io.github.kisfutures.cli;

import io.github.kisfutures.analytics.bars.Bar;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Bars on the screen of this JVM: in a terminal one line per contract, redrawn with every new bar;
 * elsewhere one line per bar. A sink, so that a bar is seen the moment it is made; run it with
 * parallelism 1.
 *
 * @param terminal whether lines may be redrawn
 */
record BarScreen(boolean terminal) implements Sink<Bar> {

  @Override
  public SinkWriter<Bar> createWriter(WriterInitContext context) {
    return new Writer(System.out, terminal);
  }

  static final class Writer implements SinkWriter<Bar> {
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Bar> latest = new TreeMap<>();
    private int linesDrawn;

    Writer(PrintStream out, boolean terminal) {
      this.out = out;
      this.terminal = terminal;
    }

    @Override
    public void write(Bar bar, Context context) {
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
      latest.values().forEach(bar -> out.println(CLEAR_LINE + BarLine.of(bar)));
      linesDrawn = latest.size();
    }

    @Override
    public void flush(boolean endOfInput) {
      out.flush();
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
