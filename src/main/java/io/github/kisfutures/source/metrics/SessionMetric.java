package io.github.kisfutures.source.metrics;

import io.github.kisfutures.market.TradeField;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * The source's metrics of each session, beside Flink's standard ones (FLIP-33): the one list of
 * their names and meanings ({@code docs/reference/metrics.md}). They stand in the reader's group
 * under the variable {@code session}.
 *
 * <p>{@code duplicates} and {@code missedVolume} of a session are not known here but in the
 * analytics' operator {@code continuity}, which shows them under the same variable.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
public enum SessionMetric {
  /** Whether the WebSocket is open. */
  CONNECTED("connected", "1 while the WebSocket is open, else 0", SessionNumbers::connected),
  /** Connections after the first. */
  RECONNECTS(
      "reconnects",
      "connections opened after the first, since the job was started or restored",
      SessionNumbers::reconnects),
  /** Frames without control messages. */
  FRAMES_RECEIVED(
      "framesReceived",
      "frames received, rejected ones included, control messages not",
      SessionNumbers::framesReceived),
  /** Trades. */
  RECORDS_RECEIVED(
      "recordsReceived", "trades decoded, duplicates included", SessionNumbers::records),
  /** Frames not decoded. */
  REJECTED_FRAMES(
      "rejectedFrames", "frames that could not be decoded", SessionNumbers::rejectedFrames),
  /** Fields KIS has appended. */
  SURPLUS_FIELDS(
      "surplusFields",
      "fields beyond the 49 known ones, over all records: more than 0 says that KIS has appended"
          + " some",
      SessionNumbers::surplus),
  /** Clocks that are wrong. */
  IMPOSSIBLE_TIMES(
      "impossibleTimes",
      "trades whose time is further ahead of their receipt than feed.max-clock-skew: check the"
          + " clock",
      SessionNumbers::impossibleTimes),
  /** Length of the hand-off. */
  QUEUE_SIZE(
      "queueSize",
      "frames and events received and not read by the job yet, long frames counted as several"
          + " (feed.queue-capacity)",
      SessionNumbers::queueSize),
  /** Back-pressure. */
  QUEUE_FULL_TIME(
      "queueFullTime",
      "milliseconds for which that queue was full and the socket not read",
      SessionNumbers::queueFullTime),
  /** Life. */
  LAST_FRAME_AGE(
      "lastFrameAge",
      "milliseconds since the last inbound frame of any kind, or since the session was opened",
      SessionNumbers::lastFrameAge),
  /** Trades of a contract. */
  TRADES_RECEIVED(
      "tradesReceived",
      "per contract: trades decoded, duplicates included",
      true,
      SessionNumbers::tradesReceived),
  /** Silence of a contract. */
  LAST_TRADE_AGE(
      "lastTradeAge",
      "per contract: milliseconds since its last trade arrived, or since the session was opened;"
          + " never a reason to reconnect",
      true,
      SessionNumbers::lastTradeAge);

  /** Variable of a session's group. */
  public static final String SESSION = "session";

  /** Variable of a contract's group within that of a session. */
  public static final String CONTRACT = "contract";

  /** Variable of a field's group within that of a session. */
  public static final String FIELD = "field";

  private final String metricName;
  private final String meaning;
  private final boolean perContract;
  private final ToLongBiFunction<SessionNumbers, String> value;

  SessionMetric(String metricName, String meaning, ToLongFunction<SessionNumbers> value) {
    this(metricName, meaning, false, (numbers, contract) -> value.applyAsLong(numbers));
  }

  SessionMetric(
      String metricName,
      String meaning,
      boolean perContract,
      ToLongBiFunction<SessionNumbers, String> value) {
    this.metricName = metricName;
    this.meaning = meaning;
    this.perContract = perContract;
    this.value = value;
  }

  /** The metric's name. */
  public String metricName() {
    return metricName;
  }

  /** One line for documentation. */
  public String meaning() {
    return meaning;
  }

  /** Whether each contract has one, under the variable {@code contract} below {@code session}. */
  public boolean perContract() {
    return perContract;
  }

  /**
   * Registers the count of a field that could not be read: per session and field, from its first
   * such value on, so that a feed without them has none.
   */
  public static Counter unreadableFields(MetricGroup reader, String session, TradeField field) {
    return reader
        .addGroup(SESSION, session)
        .addGroup(FIELD, field.column())
        .counter("unreadableFields");
  }

  /** Registers all metrics of a session and of each of its contracts below a reader's group. */
  public static void registerAll(
      MetricGroup reader, String session, Iterable<String> contracts, SessionNumbers numbers) {
    MetricGroup group = reader.addGroup(SESSION, session);
    for (SessionMetric metric : values()) {
      if (metric.perContract) {
        contracts.forEach(
            contract -> metric.register(group.addGroup(CONTRACT, contract), numbers, contract));
      } else {
        metric.register(group, numbers, "");
      }
    }
  }

  private void register(MetricGroup group, SessionNumbers numbers, String contract) {
    group.gauge(metricName, (Gauge<Long>) () -> value.applyAsLong(numbers, contract));
  }
}
