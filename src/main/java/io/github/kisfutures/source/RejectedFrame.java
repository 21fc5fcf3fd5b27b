package io.github.kisfutures.source;

import io.github.kisfutures.wire.Redaction;
import io.github.kisfutures.wire.RejectionReason;
import org.apache.flink.annotation.PublicEvolving;

/**
 * A frame that was not decoded, kept with the reason: a row of {@code rejected_frames}.
 *
 * @param receivedAtMillis when it arrived, milliseconds since the epoch
 * @param session name of the session that carried it
 * @param reason the kind of fault
 * @param detail one sentence that names what was found where
 * @param frame the text as it came, secrets redacted
 */
@PublicEvolving
public record RejectedFrame(
    long receivedAtMillis, String session, RejectionReason reason, String detail, String frame) {

  /** Redacts: rejected texts come from anywhere, so no caller is relied on to have done it. */
  public RejectedFrame {
    detail = Redaction.redactKeys(detail);
    frame = Redaction.redactKeys(frame);
  }
}
