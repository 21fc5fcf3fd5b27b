package io.github.kisfutures.job.results;

import static io.github.kisfutures.job.results.ColumnType.*;

import io.github.kisfutures.analytics.alerts.Alert;
import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.bars.LateTrade;
import io.github.kisfutures.analytics.continuity.Gap;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.job.JobStreams;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.source.RejectedFrame;
import java.time.Instant;
import java.util.function.Predicate;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** The result tables of {@code docs/results.md}, "The tables", column by column. */
public final class ResultTables {
  static final ResultTable<StockFuturesTrade> TICKS =
      tickColumns(new ResultTable<StockFuturesTrade>("ticks"), trade -> trade)
          .rowtime("event_time");

  static final ResultTable<LateTrade> LATE_TICKS =
      tickColumns(new ResultTable<LateTrade>("late_ticks"), LateTrade::trade)
          .column("watermark", TIMESTAMP, late -> Instant.ofEpochMilli(late.watermarkMillis()));

  static final ResultTable<Bar> BARS =
      new ResultTable<Bar>("bars")
          .column("contract", STRING, Bar::contract)
          .column("window_start", TIMESTAMP, Bar::windowStart)
          .column("window_end", TIMESTAMP, Bar::windowEnd)
          .column("trading_date", DATE, Bar::tradingDate)
          .column("trades", BIGINT, Bar::trades)
          .column("open", BIGINT, Bar::open)
          .column("high", BIGINT, Bar::high)
          .column("low", BIGINT, Bar::low)
          .column("close", BIGINT, Bar::close)
          .column("price_change", BIGINT, Bar::priceChange)
          .column("volume", BIGINT, Bar::volume)
          .column("turnover", DECIMAL_20_0, Bar::turnover)
          .column("vwap", DECIMAL_18_4, Bar::vwap)
          .column("vwap_observed", DECIMAL_18_4, Bar::vwapObserved)
          .column("session_vwap", DECIMAL_18_4, Bar::sessionVwap)
          .column("missed_volume", BIGINT, Bar::missedVolume)
          .column("complete", BOOLEAN, Bar::complete)
          .column("basis_open", DECIMAL_18_2, Bar::basisOpen)
          .column("basis_high", DECIMAL_18_2, Bar::basisHigh)
          .column("basis_low", DECIMAL_18_2, Bar::basisLow)
          .column("basis_close", DECIMAL_18_2, Bar::basisClose)
          .column("basis_mean", DECIMAL_18_4, Bar::basisMean)
          .column("basis_drift", DECIMAL_18_2, Bar::basisDrift)
          .column("basis_slope", DECIMAL_18_4, Bar::basisSlope)
          .column("theoretical_basis", DECIMAL_18_2, Bar::theoreticalBasis)
          .column("mispricing", DECIMAL_18_2, Bar::mispricing)
          .column("mispricing_mean", DECIMAL_18_4, Bar::mispricingMean)
          .column("disparity", DECIMAL_9_2, Bar::disparity)
          .column("oi_open", BIGINT, Bar::oiOpen)
          .column("oi_close", BIGINT, Bar::oiClose)
          .column("oi_change", BIGINT, Bar::oiChange)
          .column("oi_change_day", BIGINT, Bar::oiChangeDay)
          .column("oi_signal", STRING, bar -> bar.oiSignal() == null ? null : bar.oiSignal().name())
          .column("buy_volume", BIGINT, Bar::buyVolume)
          .column("sell_volume", BIGINT, Bar::sellVolume)
          .column("best_ask", BIGINT, Bar::bestAsk)
          .column("best_bid", BIGINT, Bar::bestBid);

  static final ResultTable<Alert> ALERTS =
      new ResultTable<Alert>("alerts")
          .column("alert_id", STRING, Alert::id)
          .column("rule", STRING, Alert::rule)
          .column("contract", STRING, Alert::contract)
          .column("state", STRING, alert -> alert.state().name())
          .column("severity", STRING, alert -> alert.severity().word())
          .column("metric", STRING, alert -> alert.metric().word())
          .column("value", DECIMAL_24_4, Alert::value)
          .column("threshold", DECIMAL_24_4, Alert::threshold)
          .column("raised_at", TIMESTAMP, alert -> Instant.ofEpochMilli(alert.raisedAtMillis()))
          .column("event_time", TIMESTAMP, alert -> Instant.ofEpochMilli(alert.atMillis()))
          .column("message", STRING, Alert::message);

  static final ResultTable<Gap> GAPS =
      new ResultTable<Gap>("gaps")
          .column("contract", STRING, Gap::contract)
          .column("trading_date", DATE, Gap::tradingDate)
          .column("from_volume", BIGINT, Gap::fromVolume)
          .column("to_volume", BIGINT, Gap::toVolume)
          .column("missed_volume", BIGINT, Gap::missedVolume)
          .column("missed_value", BIGINT, Gap::missedValue)
          .column("time_before", TIMESTAMP, Gap::timeBefore)
          .column("time_after", TIMESTAMP, Gap::timeAfter)
          .column("cause", STRING, gap -> gap.cause().name());

  static final ResultTable<RejectedFrame> REJECTED_FRAMES =
      new ResultTable<RejectedFrame>("rejected_frames")
          .column("receive_time", TIMESTAMP, f -> Instant.ofEpochMilli(f.receivedAtMillis()))
          .column("session", STRING, RejectedFrame::session)
          .column("reason", STRING, frame -> frame.reason().name())
          .column("detail", STRING, RejectedFrame::detail)
          .column("frame", STRING, RejectedFrame::frame);

  static final ResultTable<FeedEvent> FEED_EVENTS =
      new ResultTable<FeedEvent>("feed_events")
          .column("event_time", TIMESTAMP, event -> Instant.ofEpochMilli(event.atMillis()))
          .column("session", STRING, FeedEvent::session)
          .column("kind", STRING, event -> event.kind().name())
          .column("contract", STRING, FeedEvent::contract)
          .column("code", STRING, FeedEvent::code)
          .column("detail", STRING, FeedEvent::detail);

  private ResultTables() {}

  /** Registers those tables that the script mentions: the others would cost work for nobody. */
  public static void register(
      StreamTableEnvironment tables, JobStreams streams, Predicate<String> mentioned) {
    register(tables, TICKS, streams.ticks(), mentioned);
    register(tables, BARS, streams.bars(), mentioned);
    register(tables, ALERTS, streams.alerts(), mentioned);
    register(tables, GAPS, streams.gaps(), mentioned);
    register(tables, LATE_TICKS, streams.lateTicks(), mentioned);
    register(tables, REJECTED_FRAMES, streams.rejectedFrames(), mentioned);
    register(tables, FEED_EVENTS, streams.feedEvents(), mentioned);
  }

  private static <T> void register(
      StreamTableEnvironment tables,
      ResultTable<T> table,
      DataStream<T> stream,
      Predicate<String> mentioned) {
    if (mentioned.test(table.name())) {
      table.register(tables, stream);
    }
  }

  private static <T> ResultTable<T> tickColumns(ResultTable<T> table, TradeOf<T> trade) {
    for (TradeField field : TradeField.values()) {
      table.column(field.column(), type(field), element -> trade.of(element).value(field));
    }
    return table
        .column("event_time", TIMESTAMP, element -> trade.of(element).eventTime())
        .column("receive_time", TIMESTAMP, element -> trade.of(element).receiveTime())
        .column("session", STRING, element -> trade.of(element).session());
  }

  private static ColumnType type(TradeField field) {
    return switch (field.kind()) {
      case CONTRACT, CODE -> STRING;
      case TRADE_TIME, TIME -> TIME;
      case LONG -> BIGINT;
      case DECIMAL -> DECIMAL_18_2;
    };
  }

  private interface TradeOf<T> extends java.io.Serializable {
    StockFuturesTrade of(T element);
  }
}
