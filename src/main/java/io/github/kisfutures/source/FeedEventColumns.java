package io.github.kisfutures.source;

import static io.github.kisfutures.columns.ColumnType.*;
import static io.github.kisfutures.market.Unit.*;

import io.github.kisfutures.columns.ResultTable;
import io.github.kisfutures.feed.FeedEvent;
import java.time.Instant;

/** The table {@code feed_events}. */
public final class FeedEventColumns {
  /** What happened to the sessions and to the alert rules. */
  public static final ResultTable<FeedEvent> TABLE = table();

  private FeedEventColumns() {}

  private static ResultTable<FeedEvent> table() {
    ResultTable.Builder<FeedEvent> table = ResultTable.named("feed_events");
    table.column(
        "event_time", TIMESTAMP, NONE, "when", event -> Instant.ofEpochMilli(event.atMillis()));
    table.column("session", STRING, NONE, "the session that it happened to", FeedEvent::session);
    table.column("kind", STRING, NONE, "what happened", event -> event.kind().name());
    table.nullable(
        "contract", STRING, NONE, "short code, where it is about one", FeedEvent::contract);
    table.nullable(
        "code", STRING, NONE, "the code that the server gave, where it gave one", FeedEvent::code);
    table.column(
        "detail", STRING, NONE, "more of it, for people; secrets are redacted", FeedEvent::detail);
    return table.build();
  }
}
