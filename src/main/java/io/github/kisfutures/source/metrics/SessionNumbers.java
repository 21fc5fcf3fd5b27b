package io.github.kisfutures.source.metrics;

import io.github.kisfutures.feed.SessionStatistics;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.source.DecodingObserver;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one session: what its reader counts, and what the feed says once it is open.
 * Counted by the reader's thread, read by the one that reports metrics, which may see a count a
 * little late.
 */
public final class SessionNumbers implements DecodingObserver {
  private final Counter records = new SimpleCounter();
  private final Counter rejected = new SimpleCounter();
  private final Counter surplus = new SimpleCounter();
  private final Counter errors;
  private final Function<TradeField, Counter> unreadable;
  private final Map<TradeField, Counter> unreadableFields = new EnumMap<>(TradeField.class);
  private final ImpossibleTimes impossibleTimes = new ImpossibleTimes();
  private final Map<String, LastTrade> lastTrades = new HashMap<>();
  private volatile @Nullable SessionProbe probe;
  private volatile long openedAtMillis;

  /**
   * The numbers of a session that is not open yet.
   *
   * @param errors Flink's counter of records in errors, which rejected frames count into
   * @param unreadable makes the counter of a field that could not be read; asked for once a field
   */
  public SessionNumbers(
      List<String> contracts, Counter errors, Function<TradeField, Counter> unreadable) {
    this.unreadable = unreadable;
    contracts.forEach(contract -> lastTrades.put(contract, new LastTrade()));
    this.errors = errors;
  }

  /** The session was opened. */
  public void opened(SessionProbe session) {
    openedAtMillis = session.nowMillis();
    probe = session;
  }

  @Override
  public void trade(StockFuturesTrade trade) {
    records.inc();
    impossibleTimes.trade(trade);
    LastTrade last = lastTrades.get(trade.contract());
    if (last != null) {
      last.atMillis = trade.receipt().receivedAtMillis();
      last.trades++;
    }
  }

  @Override
  public void surplusFields(int fields) {
    surplus.inc(fields);
  }

  @Override
  public void unreadable(TradeField field) {
    unreadableFields.computeIfAbsent(field, unreadable).inc();
  }

  @Override
  public void rejected() {
    rejected.inc();
    errors.inc();
  }

  long records() {
    return records.getCount();
  }

  long rejectedFrames() {
    return rejected.getCount();
  }

  long surplus() {
    return surplus.getCount();
  }

  long impossibleTimes() {
    return impossibleTimes.count();
  }

  long connected() {
    SessionProbe session = probe;
    return session != null && session.statistics().connected() ? 1 : 0;
  }

  long reconnects() {
    SessionProbe session = probe;
    return session == null ? 0 : session.statistics().reconnects();
  }

  long framesReceived() {
    SessionProbe session = probe;
    return session == null ? 0 : session.statistics().framesReceived();
  }

  /** Frames and events that wait to be read; 0 before the session is open. */
  public long queueSize() {
    SessionProbe session = probe;
    return session == null ? 0 : session.queueSize();
  }

  long queueFullTime() {
    SessionProbe session = probe;
    return session == null ? 0 : session.queueFullTimeMillis();
  }

  long lastFrameAge() {
    SessionProbe session = probe;
    if (session == null) {
      return 0;
    }
    SessionStatistics statistics = session.statistics();
    return age(session, statistics.lastFrameAtMillis());
  }

  long tradesReceived(String contract) {
    LastTrade last = lastTrades.get(contract);
    return last == null ? 0 : last.trades;
  }

  long lastTradeAge(String contract) {
    SessionProbe session = probe;
    LastTrade last = lastTrades.get(contract);
    return session == null || last == null ? 0 : age(session, last.atMillis);
  }

  /** Since a moment, or since the session was opened if that has not come yet. */
  private long age(SessionProbe session, long sinceMillis) {
    return Math.max(0, session.nowMillis() - (sinceMillis == 0 ? openedAtMillis : sinceMillis));
  }

  private static final class LastTrade {
    private long atMillis; // 0 before the first; written by one thread
    private long trades;
  }
}
