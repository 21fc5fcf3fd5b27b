package io.github.kisfutures.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.TextFrame;

/** A line over Java-WebSocket. */
final class WebSocketLine implements ClientLine {
  private final WebSocketImpl socket;
  private final ClientChannel channel;

  WebSocketLine(WebSocketImpl socket, ClientChannel channel) {
    this.socket = socket;
    this.channel = channel;
  }

  @Override
  public void send(Outgoing message) {
    try {
      if (message instanceof Outgoing.Text plain) {
        socket.send(plain.text());
      } else if (message instanceof Outgoing.Fragmented fragmented) {
        sendFragments(fragmented);
      } else if (message instanceof Outgoing.InvalidUtf8 invalid) {
        sendRaw(invalidUtf8(invalid.text()));
      } else if (message instanceof Outgoing.Oversize) {
        sendRaw(oversize());
      }
    } catch (WebsocketNotConnectedException e) {
      // the client has gone; onClose is on its way and ends the session
      return;
    }
  }

  private void sendFragments(Outgoing.Fragmented message) {
    byte[] bytes = message.text().getBytes(StandardCharsets.UTF_8);
    int parts = Math.max(1, Math.min(message.parts(), bytes.length));
    for (int i = 0; i < parts; i++) {
      int from = (int) ((long) bytes.length * i / parts);
      int to = (int) ((long) bytes.length * (i + 1) / parts);
      socket.sendFragmentedFrame(
          Opcode.TEXT, ByteBuffer.wrap(bytes, from, to - from), i == parts - 1);
    }
  }

  /** The library refuses to make such a text message, but not to send it. */
  private void sendRaw(byte[] bytes) {
    TextFrame frame = new TextFrame();
    frame.setPayload(ByteBuffer.wrap(bytes));
    socket.sendFrame(frame);
  }

  private static byte[] invalidUtf8(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length / 2] = (byte) 0xff;
    return bytes;
  }

  private static byte[] oversize() {
    byte[] bytes = new byte[Outgoing.Oversize.BYTES];
    Arrays.fill(bytes, (byte) '0');
    return bytes;
  }

  @Override
  public void cut() {
    socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
  }

  @Override
  public void cutWhenSent() {
    socket.flushAndClose(CloseFrame.ABNORMAL_CLOSE, "", false);
  }

  @Override
  public void close(int code) {
    socket.close(code);
  }

  @Override
  public void mute() {
    channel.mute();
  }

  @Override
  public void stopReading() {
    channel.stopReading();
  }

  @Override
  public void readOn() {
    channel.readOn();
  }

  @Override
  public void stopWriting() {
    channel.stopWriting();
  }

  @Override
  public void writeOn() {
    channel.writeOn();
  }

  @Override
  public int backlog() {
    return socket.outQueue.size();
  }
}
