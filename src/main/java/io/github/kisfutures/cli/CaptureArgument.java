package io.github.kisfutures.cli;

import io.github.kisfutures.capture.CapturePath;
import io.github.kisfutures.job.options.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A path of captures that a command is given. */
final class CaptureArgument {
  private CaptureArgument() {}

  /**
   * The captures at a path; what is left out of a directory is told on standard error.
   *
   * @param option that names the path
   * @throws ConfigurationException with one sentence, if there is none to be read
   */
  static CapturePath read(String option, Path path) {
    CapturePath found;
    try {
      found = CapturePath.of(path);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(option + ": " + e.getMessage());
    }
    found.unreadable().forEach(fault -> System.err.println("Left out: " + fault));
    List<Path> others = found.others();
    if (!others.isEmpty()) {
      System.err.println(
          "Left out: "
              + others.get(0)
              + (others.size() == 1 ? " is" : " and " + (others.size() - 1) + " more are")
              + " no capture by name (.txt, .txt.gz)");
    }
    return found;
  }

  /** What a summary says of the files that were left out because they cannot be read. */
  static Optional<String> leftOut(CapturePath captures) {
    int files = captures.unreadable().size();
    return files == 0
        ? Optional.empty()
        : Optional.of(
            files
                + (files == 1 ? " file" : " files")
                + " left out, which cannot be read: "
                + String.join("; ", captures.unreadable()));
  }
}
