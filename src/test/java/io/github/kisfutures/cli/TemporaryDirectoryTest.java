package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryDirectoryTest {
  @TempDir Path base;

  private List<String> found() throws IOException {
    try (Stream<Path> entries = Files.list(base)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void isItsOwnersOnlyAndRemovedWithAllThatIsInIt() throws IOException {
    TemporaryDirectory own = TemporaryDirectory.claim(base);
    Files.writeString(Files.createDirectories(own.path().resolve("blobs/a")).resolve("b"), "c");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.path())))
        .isEqualTo("rwx------");
    assertThat(own.path().getFileName().toString())
        .startsWith("kis-futures-" + ProcessHandle.current().pid() + "-");
    own.close();
    assertThat(found()).isEmpty();
  }

  @Test
  void whatDeadProcessesHaveLeftIsRemoved() throws IOException {
    Files.writeString(base.resolve("kis-futures-1-0123abcd.lock"), "");
    Files.createDirectories(base.resolve("kis-futures-1-0123abcd/blobs"));
    Files.writeString(base.resolve("kis-futures-1-0123abcd/flink-rpc-akka.jar"), "jar");
    Files.createDirectories(base.resolve("kis-futures-2-0123abcd/without-a-lock"));
    Files.writeString(base.resolve("kis-futures-3-0123abcd.lock"), "without a directory");

    TemporaryDirectory own = TemporaryDirectory.claim(base);

    String name = own.path().getFileName().toString();
    assertThat(found()).containsExactly(name, name + ".lock");
    own.close();
  }

  @Test
  void whatIsInUseOrNotCertainlyOursStays() throws IOException {
    TemporaryDirectory inUse = TemporaryDirectory.claim(base);
    Path foreign = Files.createDirectory(base.resolve("kis-futures-stop123"));
    Path target = Files.createDirectory(base.resolve("somebody's"));
    Path link = Files.createSymbolicLink(base.resolve("kis-futures-4-0123abcd"), target);

    TemporaryDirectory own = TemporaryDirectory.claim(base);
    own.close();

    assertThat(List.of(inUse.path(), inUse.lockFile(), foreign, target, link))
        .allMatch(Files::exists);
    inUse.close();
  }
}
