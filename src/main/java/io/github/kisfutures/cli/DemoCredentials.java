package io.github.kisfutures.cli;

import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The simulator's app key in a file that only its owner can read: the demo gives credentials by
 * reference, as every live job does.
 *
 * @param file removed when closed
 */
record DemoCredentials(Path file) implements AutoCloseable {
  static DemoCredentials create() throws IOException {
    Path file =
        Files.createTempFile(
            TemporaryDirectory.current(),
            "kis-demo-",
            ".yaml",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    file.toFile().deleteOnExit();
    Files.writeString(
        file,
        "- app-key: "
            + SimulatorSettings.DEFAULT_ACCOUNT.appKey()
            + "\n  app-secret: "
            + SimulatorSettings.DEFAULT_ACCOUNT.appSecret()
            + "\n");
    return new DemoCredentials(file);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
