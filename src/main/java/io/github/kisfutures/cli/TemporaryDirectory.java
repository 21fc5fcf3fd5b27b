package io.github.kisfutures.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * A directory for what this process writes for itself only: Flink's jars, blobs, buffers and state.
 * It is removed when the process ends. What a killed process has left is removed by the next one: a
 * lock file lies beside each directory, and the system unlocks it however its owner dies.
 *
 * @param path the directory; only its owner can read it
 * @param lockFile beside it, for as long as it is there
 * @param lock held while the process lives
 */
record TemporaryDirectory(Path path, Path lockFile, FileChannel lock) implements AutoCloseable {
  private static final String BASE_PROPERTY = "java.io.tmpdir";
  private static final String NAME = "kis-futures-%d-%s";
  private static final Pattern NAMES = Pattern.compile("kis-futures-\\d+-[0-9a-f]{8}");
  private static final String LOCK = ".lock";

  /** Others may still be writing into it while the JVM goes down. */
  private static final int ATTEMPTS = 5;

  /** Never opened again by this process: closing that would let go of the lock. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  /**
   * Makes one that all of this JVM uses as its temporary directory from now on. To be called before
   * anything else: Flink asks once where that is.
   */
  static TemporaryDirectory ofProcess() throws IOException {
    TemporaryDirectory directory = claim(current());
    System.setProperty(BASE_PROPERTY, directory.path.toString());
    return directory;
  }

  /** Where temporary files go; the JDK itself does not ask again after its start. */
  static Path current() {
    return Path.of(System.getProperty(BASE_PROPERTY));
  }

  /**
   * Makes one, and clears what dead processes have left beside it.
   *
   * @param base where
   */
  static TemporaryDirectory claim(Path base) throws IOException {
    Path real = Files.createDirectories(base).toRealPath();
    clearAbandoned(real);
    TemporaryDirectory claimed = null;
    while (claimed == null) {
      claimed = tryClaim(real);
    }
    OnExit.add(claimed::close);
    return claimed;
  }

  /** Null if another process, just starting, took our new lock for an abandoned one. */
  private static @Nullable TemporaryDirectory tryClaim(Path base) throws IOException {
    String random = UUID.randomUUID().toString().substring(0, 8);
    Path directory = base.resolve(NAME.formatted(ProcessHandle.current().pid(), random));
    Path lockFile = lockFile(directory);
    OWN.add(lockFile);
    FileChannel lock =
        FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (lock.tryLock() == null || !Files.exists(lockFile)) {
      lock.close();
      return null;
    }
    Files.createDirectory(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new TemporaryDirectory(directory, lockFile, lock);
  }

  private static Path lockFile(Path directory) {
    return directory.resolveSibling(directory.getFileName() + LOCK);
  }

  private static void clearAbandoned(Path base) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(base, "kis-futures-*")) {
      for (Path entry : found) {
        String name = entry.getFileName().toString();
        String directory =
            name.endsWith(LOCK) ? name.substring(0, name.length() - LOCK.length()) : name;
        if (NAMES.matcher(directory).matches() && isOurs(entry)) {
          clear(base.resolve(directory));
        }
      }
    }
  }

  /** In a directory that all may write to, a name says nothing about whose it is. */
  private static boolean isOurs(Path entry) {
    try {
      return !Files.isSymbolicLink(entry)
          && Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS)
              .getName()
              .equals(System.getProperty("user.name"));
    } catch (IOException e) {
      return false; // gone meanwhile
    }
  }

  private static void clear(Path directory) {
    Path lockFile = lockFile(directory);
    if (OWN.contains(lockFile)) {
      return;
    }
    try (FileChannel channel =
            FileChannel.open(
                lockFile,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        delete(directory);
        Files.deleteIfExists(lockFile);
      }
    } catch (IOException e) {
      System.err.println(
          "kis-futures: cannot remove "
              + directory
              + ", which a process that was killed has left: "
              + e.getMessage());
    }
  }

  private static void delete(Path directory) throws IOException {
    for (int attempt = 1; Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS); attempt++) {
      try {
        FileUtils.deleteDirectory(directory.toFile());
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Removes it with all that is in it. */
  @Override
  public void close() {
    try (lock) {
      delete(path);
      Files.deleteIfExists(lockFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
