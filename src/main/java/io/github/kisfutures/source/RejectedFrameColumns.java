package io.github.kisfutures.source;

import static io.github.kisfutures.columns.ColumnType.*;
import static io.github.kisfutures.market.Unit.*;

import io.github.kisfutures.columns.ResultTable;
import java.time.Instant;

/** The table {@code rejected_frames}. */
public final class RejectedFrameColumns {
  /** Frames that could not be decoded. */
  public static final ResultTable<RejectedFrame> TABLE = table();

  private RejectedFrameColumns() {}

  private static ResultTable<RejectedFrame> table() {
    ResultTable.Builder<RejectedFrame> table = ResultTable.named("rejected_frames");
    table.column(
        "receive_time",
        TIMESTAMP,
        NONE,
        "when the frame arrived",
        frame -> Instant.ofEpochMilli(frame.receivedAtMillis()));
    table.column("session", STRING, NONE, "the session that it arrived on", RejectedFrame::session);
    table.column("reason", STRING, NONE, "a code", frame -> frame.reason().name());
    table.column("detail", STRING, NONE, "what is wrong, for people", RejectedFrame::detail);
    table.column("frame", STRING, NONE, "the frame as it came", RejectedFrame::frame);
    return table.build();
  }
}
