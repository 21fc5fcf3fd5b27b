package io.github.kisfutures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The addresses that a process listens on, as Linux tells them in {@code /proc}. */
public final class ListeningSockets {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTEN = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final int WORD = 8;

  private ListeningSockets() {}

  /** Whether this system tells. */
  public static boolean areTold() {
    return Files.isReadable(PROC.resolve("self/net/tcp"));
  }

  /** Of a process, without their ports; empty when it has ended. */
  public static Set<InetAddress> of(long pid) {
    Path process = PROC.resolve(Long.toString(pid));
    Set<String> own = inodes(process.resolve("fd"));
    Set<InetAddress> listening = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : lines(process.resolve(table))) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length > INODE
            && columns[STATE].equals(LISTEN)
            && own.contains(columns[INODE])) {
          listening.add(address(columns[LOCAL_ADDRESS].split(":")[0]));
        }
      }
    }
    return listening;
  }

  private static Set<String> inodes(Path descriptors) {
    Set<String> inodes = new TreeSet<>();
    try (Stream<Path> links = Files.list(descriptors)) {
      for (Path link : (Iterable<Path>) links::iterator) {
        String target = target(link);
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      return inodes; // the process has ended
    }
    return inodes;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException e) {
      return List.of(); // the process has ended, or there is no such protocol
    }
  }

  /** Words of four bytes, each with its last byte first. */
  private static InetAddress address(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int word = i / 4 * WORD;
      int from = word + WORD - 2 - i % 4 * 2;
      bytes[i] = (byte) Integer.parseInt(hex, from, from + 2, 16);
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(hex + " is no address", e);
    }
  }
}
