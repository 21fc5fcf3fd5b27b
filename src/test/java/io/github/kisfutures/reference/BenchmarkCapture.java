package io.github.kisfutures.reference;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Writes a large capture to measure with: {@code --trades 1000000 --to PATH --seed 1 [--dirty]}.
 */
@CommandLine.Command(name = "benchmark-capture", mixinStandardHelpOptions = true)
public final class BenchmarkCapture implements Callable<Integer> {

  @Option(names = "--trades", defaultValue = "1000000", description = "trades of the clean day")
  private int trades;

  @Option(names = "--contracts", defaultValue = "41", description = "1 to 90")
  private int contracts;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Option(names = "--dirty", description = "with some of every dirt")
  private boolean dirty;

  @Option(names = "--to", required = true, description = "file; compressed when it ends in .gz")
  private Path to;

  /** Writes the file and exits. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new BenchmarkCapture()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    DirtyDay day =
        dirty ? DirtyDay.dirty(seed, contracts, trades) : DirtyDay.clean(seed, contracts, trades);
    write(day, to);
    return 0;
  }

  /** Writes a day's lines as UTF-8, compressed when the name ends in .gz. */
  public static void write(DirtyDay day, Path file) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        OutputStream out =
            file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      day.forEachLine(
          line -> {
            try {
              text.append(line).append('\n');
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
