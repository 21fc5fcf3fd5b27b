package io.github.kisfutures.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapturePathTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frames-20260710-091639-120.txt",
        "frames-20260710-091639-120_01.txt.gz",
        "day.TXT",
        "day.gz",
        "day",
        "day.log",
        "frames.2026-07-10",
        "part-0-0",
        "a.b.txt"
      })
  void looksLikeACapture(String name) {
    assertThat(CapturePath.looksLikeCapture(Path.of(name))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"notes.md", "notes.md.gz", "a.txt.part", "keys.yaml", "a.csv", "a.txt.bak"})
  void looksLikeSomethingElse(String name) {
    assertThat(CapturePath.looksLikeCapture(Path.of(name))).isFalse();
  }

  @Test
  void whatCannotBeReadAndWhatIsNoCaptureIsLeftOutAndNamed() throws IOException {
    Path first = file("a.txt", "");
    Path packed = Files.write(directory.resolve("b.txt.gz"), packed("x\n"));
    Path below = file("day=2026-07-10/part-0", "");
    Path cut = Files.write(directory.resolve("c.gz"), new byte[9]);
    Path empty = file("d.gz", "");
    Path text = file("e.gz", "not packed at all");
    Path dangling = Files.createSymbolicLink(directory.resolve("f.txt"), Path.of("nowhere"));
    Path notes = file("notes.md", "");
    file(".hidden", "");
    file("_staging/x.txt", "");

    CapturePath found = CapturePath.of(directory);

    assertThat(found.files()).containsExactly(first, packed, below);
    assertThat(found.others()).containsExactly(notes);
    assertThat(found.unreadable())
        .satisfiesExactly(
            fault -> assertThat(fault).startsWith(cut + " is no packed file"),
            fault -> assertThat(fault).startsWith(empty + " is too short"),
            fault -> assertThat(fault).startsWith(text + " is no packed file"),
            fault ->
                assertThat(fault).isEqualTo(dangling + " is a link to a file that is not there"));
  }

  @Test
  void linksAreFollowedButNotInCircles() throws IOException {
    Path real = file("real/a.txt", "").getParent();
    Path link = Files.createSymbolicLink(directory.resolve("link"), real);

    assertThat(CapturePath.of(link).files()).containsExactly(link.resolve("a.txt"));
    assertThat(
            CapturePath.of(
                    Files.createSymbolicLink(directory.resolve("l.txt"), real.resolve("a.txt")))
                .files())
        .hasSize(1);

    Files.createSymbolicLink(real.resolve("back"), real);
    assertThatThrownBy(() -> CapturePath.of(real))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("the link " + real.resolve("back"), "leads back", "remove it");
  }

  @Test
  void whereThereIsNothingToReadIsOneSentence() throws IOException {
    Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), Path.of("nowhere"));
    refused(dangling, dangling + " is a link to a file or directory that is not there");
    refused(directory.resolve("none"), "there is no file or directory " + directory + "/none");
    Path notes = file("only-notes/notes.md", "").getParent();
    refused(notes, "there is no file in " + notes + " that looks like a capture");
    Path bad = file("only-bad/a.gz", "");
    refused(bad, bad + " is too short for a packed file");
    refused(bad.getParent(), bad + " is too short for a packed file");
    assertThat(CapturePath.of(file("named.md", "")).files()).as("named by itself").hasSize(1);
  }

  private static void refused(Path path, String said) {
    assertThatThrownBy(() -> CapturePath.of(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(said);
  }

  private Path file(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
