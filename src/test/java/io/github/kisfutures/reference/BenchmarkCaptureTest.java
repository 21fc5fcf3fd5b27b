package io.github.kisfutures.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchmarkCaptureTest {

  @Test
  void writesPlainAndCompressedFiles(@TempDir Path directory) throws IOException {
    Path plain = directory.resolve("day.tsv");
    Path compressed = directory.resolve("day.tsv.gz");

    assertThat(run("--trades", "500", "--to", plain.toString(), "--seed", "3")).isZero();
    assertThat(run("--trades", "500", "--to", compressed.toString(), "--seed", "3")).isZero();

    String text = Files.readString(plain);
    assertThat(text.lines()).containsExactlyElementsOf(DirtyDay.clean(3, 41, 500).lines());
    try (InputStream in = new GZIPInputStream(Files.newInputStream(compressed))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
    }
  }

  @Test
  void writesADirtyDay(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("day.tsv");

    assertThat(run("--trades", "500", "--to", file.toString(), "--contracts", "3", "--dirty"))
        .isZero();

    assertThat(Files.readAllLines(file)).isEqualTo(DirtyDay.dirty(1, 3, 500).lines());
  }

  private static int run(String... args) {
    return new CommandLine(new BenchmarkCapture()).execute(args);
  }
}
