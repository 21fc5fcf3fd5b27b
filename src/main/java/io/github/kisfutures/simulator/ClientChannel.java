package io.github.kisfutures.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * A client's socket as the WebSocket library sees it, which can be made to fail. The library reads
 * and writes only what its selector finds ready, so a channel that stands still takes its interest
 * back, lest the selector spin.
 */
final class ClientChannel implements ByteChannel {
  private static final byte[] NO_WEBSOCKET =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nno"
          .getBytes(StandardCharsets.US_ASCII);

  private final SocketChannel socket;
  private final SelectionKey key;
  private final int number;

  private volatile boolean muted;
  private volatile boolean reading = true;
  private volatile boolean writing = true;
  private volatile SimulatedKis.Handshake.Kind handshake = SimulatedKis.Handshake.Kind.RIGHT;

  ClientChannel(SocketChannel socket, SelectionKey key, int number) {
    this.socket = socket;
    this.key = key;
    this.number = number;
  }

  /** Number of the connection; 0 if it was refused. */
  int number() {
    return number;
  }

  /** How the handshake is answered, which is the first that is written. */
  void answerHandshake(SimulatedKis.Handshake.Kind kind) {
    handshake = kind;
  }

  /** What is written from here on is lost. */
  void mute() {
    muted = true;
  }

  /** Reads no more. */
  void stopReading() {
    reading = false;
  }

  /** Reads on. */
  void readOn() {
    reading = true;
    interest(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
  }

  /** Writes no more. */
  void stopWriting() {
    writing = false;
  }

  /** Writes on. */
  void writeOn() {
    writing = true;
    interest(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (reading) {
      return socket.read(target);
    }
    key.interestOpsAnd(~SelectionKey.OP_READ);
    return 0;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (!writing) {
      key.interestOpsAnd(~SelectionKey.OP_WRITE);
      return 0;
    }
    if (handshake != SimulatedKis.Handshake.Kind.RIGHT) {
      if (handshake == SimulatedKis.Handshake.Kind.WRONG) {
        socket.write(ByteBuffer.wrap(NO_WEBSOCKET));
      }
      throw new IOException("the handshake was to fail");
    }
    if (muted) {
      int swallowed = source.remaining();
      source.position(source.limit());
      return swallowed;
    }
    return socket.write(source);
  }

  /** Ends the connection with a reset instead of an orderly end. */
  void reset() throws IOException {
    socket.socket().setSoLinger(true, 0);
    socket.close();
  }

  private void interest(int operations) {
    try {
      key.interestOps(operations);
      key.selector().wakeup();
    } catch (CancelledKeyException e) {
      // the connection has ended meanwhile
      return;
    }
  }

  @Override
  public boolean isOpen() {
    return socket.isOpen();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
