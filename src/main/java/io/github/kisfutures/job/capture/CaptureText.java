package io.github.kisfutures.job.capture;

import io.github.kisfutures.wire.CaptureLine;
import io.github.kisfutures.wire.ReceivedFrame;

/** A frame as the one line that a capture keeps of it. */
final class CaptureText {
  private CaptureText() {}

  /** The capture line, without a line end; line breaks within the frame become spaces. */
  static String of(ReceivedFrame frame) {
    String text = frame.text();
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      text = text.replace('\n', ' ').replace('\r', ' ');
    }
    return new CaptureLine(frame.receipt().receivedAtMillis(), text).text();
  }
}
