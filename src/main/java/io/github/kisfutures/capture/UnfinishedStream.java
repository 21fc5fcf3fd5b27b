package io.github.kisfutures.capture;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that may lack its end: a packed capture whose writer was killed has no trailer, but
 * every frame up to the last write-through. It ends where its bytes end; a line that was cut there
 * is for the reader to reject.
 */
public final class UnfinishedStream extends FilterInputStream {
  /** Of the unpacked bytes. */
  public UnfinishedStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (EOFException e) {
      return -1;
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (EOFException e) {
      return -1;
    }
  }
}
