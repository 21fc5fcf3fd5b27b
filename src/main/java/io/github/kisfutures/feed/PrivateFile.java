package io.github.kisfutures.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Whether a file of credentials is ours alone, and nobody else can put another in its place. */
final class PrivateFile {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);
  private static final Set<PosixFilePermission> WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** Only a file's owner replaces it, whoever may write to the directory; as in /tmp. */
  private static final int STICKY = 01000;

  private static final int ROOT = 0;

  private static final Path OURSELVES = Path.of("/proc/self");

  private PrivateFile() {}

  /**
   * Checks the file and the directories that it and its link, if it is behind one, stand in.
   *
   * @param name as the user calls it
   * @param real the file, links resolved
   * @throws CredentialsException with the command that mends it
   */
  static void require(String name, Path real) throws IOException {
    if (Files.getFileAttributeView(real, PosixFileAttributeView.class) == null) {
      return; // no such permissions here
    }
    if (isOpen(real, OTHERS)) {
      throw new CredentialsException(
          "The credentials file " + name + " is open to other users; run: chmod 600 " + name);
    }
    if (number(real, "unix:uid") != ROOT && !isOurs(real)) {
      throw new CredentialsException(
          "The credentials file "
              + name
              + " belongs to "
              + Files.getOwner(real).getName()
              + ", who could change it; run: chown "
              + System.getProperty("user.name")
              + " "
              + name);
    }
    requireShut(name, real.getParent());
    requireShut(name, Path.of(name).toAbsolutePath().normalize().getParent());
  }

  private static void requireShut(String name, Path directory) throws IOException {
    if (isOpen(directory, WRITE) && (number(directory, "unix:mode") & STICKY) == 0) {
      throw new CredentialsException(
          "The credentials file "
              + name
              + " stands in a directory that other users can write to, and could be replaced; run:"
              + " chmod go-w "
              + directory);
    }
  }

  /** By number where the system tells ours: in a container it may have no name. */
  private static boolean isOurs(Path file) throws IOException {
    return Files.exists(OURSELVES)
        ? number(file, "unix:uid") == number(OURSELVES, "unix:uid")
        : Files.getOwner(file).getName().equals(System.getProperty("user.name"));
  }

  private static boolean isOpen(Path path, Set<PosixFilePermission> to) throws IOException {
    return Files.getPosixFilePermissions(path).stream().anyMatch(to::contains);
  }

  private static int number(Path path, String attribute) throws IOException {
    return (Integer) Files.getAttribute(path, attribute);
  }
}
