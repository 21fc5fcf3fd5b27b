package io.github.kisfutures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files below a directory to which a job may be writing: it renames and deletes what it has not
 * finished while we look, and {@link Files#walk} throws when a file that it has listed is gone.
 */
public final class FilesInUse {
  private FilesInUse() {}

  /** All that are there, by path; none if there is no such directory. */
  public static List<Path> below(Path directory) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(directory, new Collector(files));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
    Collections.sort(files);
    return files;
  }

  /**
   * Those of them that are finished, which nobody renames any more: as for Flink itself, neither
   * their name nor that of a directory begins with '.' or '_'.
   */
  public static List<Path> finished(Path directory) {
    return below(directory).stream()
        .filter(file -> isFinished(directory.relativize(file)))
        .toList();
  }

  private static boolean isFinished(Path relative) {
    for (Path name : relative) {
      if (name.toString().startsWith(".") || name.toString().startsWith("_")) {
        return false;
      }
    }
    return true;
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final List<Path> files;

    Collector(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      return goOnIfGone(e);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
        throws IOException {
      return e == null ? FileVisitResult.CONTINUE : goOnIfGone(e);
    }

    private static FileVisitResult goOnIfGone(IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }
}
