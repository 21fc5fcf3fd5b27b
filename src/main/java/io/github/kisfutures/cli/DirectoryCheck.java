package io.github.kisfutures.cli;

import io.github.kisfutures.job.options.ConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks before a start whether a directory of this machine can be written to. The job would find
 * out, too, but only with its first rows, and it would then start anew for ever.
 */
final class DirectoryCheck {
  private DirectoryCheck() {}

  /**
   * Makes a directory if it is missing, and a file in it, which is removed again: permissions alone
   * do not tell of a disk that is full or mounted read-only.
   *
   * @param who what names the directory, for the message
   * @throws ConfigurationException with one sentence, if that cannot be done
   */
  static void requireWritable(String who, Path directory) {
    requireNoFile(who, directory);
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, ".kis-futures", ".tmp"));
    } catch (IOException e) {
      throw new ConfigurationException(
          who
              + ": cannot write to "
              + directory
              + " ("
              + reason(e)
              + "); name a directory that this user may write to");
    }
  }

  private static void requireNoFile(String who, Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.exists(at) && !Files.isDirectory(at)) {
        throw new ConfigurationException(who + ": " + at + " is a file: name a directory");
      }
    }
  }

  private static String reason(IOException e) {
    String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return said == null ? e.getClass().getSimpleName().replace("Exception", "") : said;
  }

  /**
   * The same of a directory as Flink writes it; those of other file systems are left to Flink.
   *
   * @param directory a path or an address
   */
  static void requireWritable(String who, String directory) {
    local(directory).ifPresent(path -> requireWritable(who, path));
  }

  private static Optional<Path> local(String directory) {
    if (!directory.contains(":")) {
      return Optional.of(Path.of(directory).toAbsolutePath());
    }
    try {
      URI address = new org.apache.flink.core.fs.Path(directory).toUri();
      return "file".equals(address.getScheme())
          ? Optional.of(Path.of(address.getPath()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("'" + directory + "' is no address of a directory");
    }
  }
}
