package io.github.kisfutures.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A capture read by the grammar of {@code docs/feed.md}, "Frames" and the event time of {@code
 * docs/numbers.md}, "Event time".
 *
 * @param trades the accepted trades in arrival order
 * @param rejected the frames that were refused as a whole, in arrival order
 * @param frames how many data frames were accepted
 * @param controlMessages how many lines were control messages (JSON), which are ignored
 */
public record RawCapture(
    List<RawTrade> trades, List<Rejected> rejected, int frames, int controlMessages) {

  /** Korea Standard Time. */
  public static final ZoneId KST = ZoneId.of("Asia/Seoul");

  /** The default of {@code feed.max-clock-skew}. */
  private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(60);

  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final List<String> MANDATORY =
      List.of(
          "contract", "trade_time", "price", "quantity", "cumulative_volume", "cumulative_value");

  /** A refused frame: its line in the capture, and why in words of this reading's own. */
  public record Rejected(String line, String why) {}

  /**
   * Reads lines of {@code receive time TAB raw frame}; a line that is not that throws. A line that
   * begins with '#' is no frame.
   */
  public static RawCapture parse(List<String> captureLines) {
    List<RawTrade> trades = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    int frames = 0;
    int controlMessages = 0;
    for (String line : captureLines) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] timeAndFrame = line.split("\t", 2);
      if (timeAndFrame.length != 2) {
        throw new IllegalArgumentException("A capture line without a TAB: " + line);
      }
      Instant receiveTime = OffsetDateTime.parse(timeAndFrame[0]).toInstant();
      String frame = timeAndFrame[1];
      if (frame.startsWith("{")) {
        controlMessages++;
        continue;
      }
      try {
        List<RawTrade> ofFrame = new ArrayList<>();
        for (List<String> record : RawFrame.records(frame)) {
          ofFrame.add(trade(trades.size() + ofFrame.size(), frames, receiveTime, record));
        }
        trades.addAll(ofFrame);
        frames++;
      } catch (RejectedFrameException e) {
        rejected.add(new Rejected(line, e.getMessage()));
      }
    }
    return new RawCapture(List.copyOf(trades), List.copyOf(rejected), frames, controlMessages);
  }

  private static RawTrade trade(long arrival, long frame, Instant receiveTime, List<String> record)
      throws RejectedFrameException {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (TickColumn column : TickColumn.ALL) {
      String text = record.get(column.index());
      Object value = RawField.value(column, text);
      if (value == null && MANDATORY.contains(column.name())) {
        throw new RejectedFrameException("no " + column.name() + ": '" + text + "'");
      }
      values.put(column.name(), value);
    }
    String contract = (String) values.get("contract");
    if (!contract.matches("[0-9A-Z]{6,9}")) {
      throw new RejectedFrameException("not a contract code: " + contract);
    }
    Instant eventTime = eventTime(receiveTime, (LocalTime) values.get("trade_time"));
    LocalDate tradingDate = LocalDate.ofInstant(eventTime, KST);
    return new RawTrade(arrival, frame, receiveTime, eventTime, tradingDate, values);
  }

  /** The trade time, or the second of the receive time where the trade time cannot be. */
  static Instant eventTime(Instant receiveTime, LocalTime tradeTime) {
    Instant said = tradeTime(receiveTime, tradeTime);
    return said.isAfter(receiveTime.plus(MAX_CLOCK_SKEW))
        ? receiveTime.truncatedTo(ChronoUnit.SECONDS)
        : said;
  }

  /** The KST date of the receive time, moved by a day if that comes within 12 h of it. */
  private static Instant tradeTime(Instant receiveTime, LocalTime tradeTime) {
    LocalDate date = LocalDate.ofInstant(receiveTime, KST);
    Instant sameDay = date.atTime(tradeTime).atZone(KST).toInstant();
    if (Duration.between(receiveTime, sameDay).compareTo(HALF_A_DAY) > 0) {
      return date.minusDays(1).atTime(tradeTime).atZone(KST).toInstant();
    }
    if (Duration.between(sameDay, receiveTime).compareTo(HALF_A_DAY) > 0) {
      return date.plusDays(1).atTime(tradeTime).atZone(KST).toInstant();
    }
    return sameDay;
  }
}
