package io.github.kisfutures.cli;

import io.github.kisfutures.simulator.SimulatedAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files of credentials, for tests. */
final class CredentialsText {
  private CredentialsText() {}

  /** A private file with any text. */
  static Path file(Path directory, String text) throws IOException {
    Path file = directory.resolve("credentials.yaml");
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** A private file with one account. */
  static Path file(Path directory, SimulatedAccount account) throws IOException {
    return file(
        directory,
        "- app-key: %s\n  app-secret: %s\n".formatted(account.appKey(), account.appSecret()));
  }
}
