package io.github.kisfutures.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The captures at a path: a file, or those of a directory and its subdirectories. Links are
 * followed. Of a directory only files are taken that look like captures: their names end in {@code
 * .txt}, {@code .log} or {@code .tsv}, or in no word at all, each perhaps with {@code .gz} behind
 * it ({@code frames-20260710-091639-120.txt.gz}, {@code day.gz}, {@code part-0}, {@code
 * frames.2026-07-10}). Names that begin with a dot or an underscore are hidden, directories'
 * included.
 *
 * @param files in the order of their paths, which is that of time in what {@code capture} writes
 * @param unreadable those that look like captures and cannot be read, each with the reason: {@code
 *     /captures/a.gz is no packed file}
 * @param others those that are no captures by their names
 */
public record CapturePath(List<Path> files, List<String> unreadable, List<Path> others) {
  private static final String PACKED = ".gz";
  private static final Set<String> ENDINGS = Set.of("txt", "log", "tsv");

  /** Copies the lists. */
  public CapturePath {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
    others = List.copyOf(others);
  }

  /**
   * Looks at a path.
   *
   * @return at least one file
   * @throws IllegalArgumentException with one sentence, if there is no capture to be read
   */
  public static CapturePath of(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalArgumentException(
          Files.isSymbolicLink(path)
              ? path + " is a link to a file or directory that is not there"
              : "there is no file or directory " + path);
    }
    if (!Files.isDirectory(path)) {
      fault(path)
          .ifPresent(
              fault -> {
                throw new IllegalArgumentException(path + fault);
              });
      return new CapturePath(List.of(path), List.of(), List.of());
    }
    CapturePath found = inDirectory(path);
    if (found.files().isEmpty()) {
      throw new IllegalArgumentException(
          found.unreadable().isEmpty()
              ? "there is no file in "
                  + path
                  + " that looks like a capture (.txt, .txt.gz); name a directory that capture has"
                  + " written to"
              : found.unreadable().get(0) + ", and there is no other capture in " + path);
    }
    return found;
  }

  private static CapturePath inDirectory(Path directory) {
    List<Path> files = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    for (Path file : below(directory)) {
      if (!looksLikeCapture(file)) {
        others.add(file);
        continue;
      }
      Optional<String> fault = fault(file);
      if (fault.isPresent()) {
        unreadable.add(file + fault.get());
      } else {
        files.add(file);
      }
    }
    return new CapturePath(files, unreadable, others);
  }

  private static List<Path> below(Path directory) {
    try (Stream<Path> tree = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
      return tree.filter(file -> !Files.isDirectory(file))
          .filter(file -> !isHidden(directory.relativize(file)))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw unlistable(directory, e.getCause());
    } catch (IOException e) {
      throw unlistable(directory, e);
    }
  }

  private static IllegalArgumentException unlistable(Path directory, IOException e) {
    return new IllegalArgumentException(
        e instanceof FileSystemLoopException loop
            ? "the link " + loop.getFile() + " leads back to a directory above it; remove it"
            : "cannot list " + directory + " (" + e.getMessage() + ")",
        e);
  }

  private static boolean isHidden(Path below) {
    for (Path name : below) {
      if (name.toString().startsWith(".") || name.toString().startsWith("_")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file's name is one of a capture. */
  static boolean looksLikeCapture(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String plain = isPacked(file) ? name.substring(0, name.length() - PACKED.length()) : name;
    String ending = plain.substring(plain.lastIndexOf('.') + 1);
    return ending.equals(plain)
        || ENDINGS.contains(ending)
        || !ending.chars().allMatch(Character::isLetter);
  }

  /** Whether a file is packed, by its name. */
  public static boolean isPacked(Path file) {
    return file.toString().endsWith(PACKED);
  }

  /** Why a file cannot be read, as the end of a sentence; empty if it can. */
  private static Optional<String> fault(Path file) {
    if (!Files.exists(file)) {
      return Optional.of(" is a link to a file that is not there");
    }
    if (!Files.isRegularFile(file)) {
      return Optional.of(" is no file");
    }
    if (!Files.isReadable(file)) {
      return Optional.of(" may not be read by this user");
    }
    return isPacked(file) ? packingFault(file) : Optional.empty();
  }

  private static Optional<String> packingFault(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream unpacked = new GZIPInputStream(bytes)) {
      return Optional.empty(); // its head is there; its end may be missing
    } catch (EOFException e) {
      return Optional.of(" is too short for a packed file, even an empty one");
    } catch (IOException e) {
      return Optional.of(" is no packed file, whatever its name says (" + e.getMessage() + ")");
    }
  }
}
