package io.github.kisfutures.source.capture;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The lines of captured files as one sequence by receive time: files of two machines, two sessions
 * or the same file twice become what one recorder would have seen. Files that do not overlap are
 * read one after the other; within a file the order of its lines stays, whatever times they say.
 */
final class CaptureMerge implements Closeable {
  private final PriorityQueue<CaptureFile> waiting =
      new PriorityQueue<>(CaptureFile.BY_RECEIVE_TIME);
  private @Nullable CaptureFile current;

  /** Looks at the files, which are given in the order that decides at equal times. */
  CaptureMerge(List<CaptureFile.Opener> files) throws IOException {
    long begin = Long.MIN_VALUE;
    int place = 0;
    for (CaptureFile.Opener file : files) {
      CaptureFile looked = new CaptureFile(file, place++, begin);
      begin = looked.receivedAtMillis();
      waiting.add(looked);
    }
  }

  /**
   * Moves on by a line.
   *
   * @param fileEnded is told of every file's end
   * @return the file whose line it is; null at the end of everything
   */
  @Nullable CaptureFile next(Runnable fileEnded) throws IOException {
    while (true) {
      CaptureFile file = current;
      current = null;
      if (file != null && !file.next()) {
        file.close();
        fileEnded.run();
        file = null;
      }
      CaptureFile first = waiting.peek();
      if (file == null || (first != null && isBefore(first, file))) {
        if (file != null) {
          waiting.add(file);
        }
        file = waiting.poll();
      }
      if (file == null) {
        return null;
      }
      current = file;
      if (file.isOpen()) {
        return file;
      }
    }
  }

  private static boolean isBefore(CaptureFile one, CaptureFile other) {
    return CaptureFile.BY_RECEIVE_TIME.compare(one, other) < 0;
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      waiting.add(current);
      current = null;
    }
    for (CaptureFile file : waiting) {
      file.close();
    }
  }
}
