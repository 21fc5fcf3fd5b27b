package io.github.kisfutures.wire;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes H0ZFCNT0 data frames in one pass over their characters ({@code docs/feed.md}).
 *
 * <p>A frame is decoded whole or rejected whole; no input makes it throw. Only a mandatory field
 * rejects it: any other that cannot be read is null, and told. Not thread-safe: it reuses its
 * working state from frame to frame.
 */
public final class TradeDecoder {
  /** No trade time is too late: for frames whose receive time is not known. */
  public static final Duration BELIEVE_ALL = Duration.ofDays(1);

  /** The TR that is decoded. */
  public static final String TR_ID = "H0ZFCNT0";

  private static final char SEPARATOR = '^';
  private static final int CONTRACT = TradeField.CONTRACT.position();
  private static final TradeField[] FIELDS = TradeField.values();
  private static final TradeField.Kind[] KINDS = kinds();

  private static final boolean[] MANDATORY = mandatory();

  private final boolean[] wanted = new boolean[FIELDS.length];
  private final ContractNames names = new ContractNames();
  private final long maxClockSkewMillis;

  private String contract = "";
  private long[] values = new long[0];
  private final FieldCursor cursor = new FieldCursor();
  private DecodedFrame.Rejection fault = NO_FAULT;
  private List<UnreadableField> unreadable = List.of();

  private static final DecodedFrame.Rejection NO_FAULT =
      new DecodedFrame.Rejection(RejectionReason.MALFORMED, "", -1);

  /** Decodes all fields, and believes every trade time. */
  public TradeDecoder() {
    this(EnumSet.allOf(TradeField.class), BELIEVE_ALL);
  }

  /** Decodes some fields only, and believes every trade time. */
  public TradeDecoder(Set<TradeField> fields) {
    this(fields, BELIEVE_ALL);
  }

  /**
   * Decodes some fields only: the others are skipped unread and come out as null. The mandatory
   * fields are always decoded, so that which frames are rejected does not depend on the fields
   * asked for.
   *
   * @param maxClockSkew how much later than its receipt a trade time may be; the event time of one
   *     that is later still is its receive time, cut to the second
   */
  public TradeDecoder(Set<TradeField> fields, Duration maxClockSkew) {
    maxClockSkewMillis = maxClockSkew.toMillis();
    for (TradeField field : FIELDS) {
      wanted[field.position()] = field.mandatory() || fields.contains(field);
    }
  }

  /** The trades of a frame, or why it has none. */
  public DecodedFrame decode(ReceivedFrame frame) {
    return decode(frame.text(), frame.receipt());
  }

  /**
   * The trades of the frame {@code text} that arrived as {@code receipt} says, or why it has none.
   */
  public DecodedFrame decode(String text, Receipt receipt) {
    FrameHeader header = FrameHeader.parse(text, TR_ID);
    if (header.rejection() != null) {
      return header.rejection();
    }
    unreadable = List.of();
    return header.count() == 1 ? single(text, header, receipt) : several(text, header, receipt);
  }

  /** Nearly every frame: one record, whose width is known once it is read. */
  private DecodedFrame single(String text, FrameHeader header, Receipt receipt) {
    cursor.begin(text, header.payloadStart(), text.length());
    if (!readRecord(text, 0)) {
      DecodedFrame.Rejection misfit = misfit(text, header);
      return misfit != null ? misfit : fault;
    }
    int surplus = cursor.remaining();
    return new DecodedFrame.Trades(
        Collections.singletonList(trade(receipt, 0)), surplus, unreadable);
  }

  private DecodedFrame several(String text, FrameHeader header, Receipt receipt) {
    DecodedFrame.Rejection misfit = misfit(text, header);
    if (misfit != null) {
      return misfit;
    }
    int count = header.count();
    cursor.begin(text, header.payloadStart(), text.length());
    int surplus = cursor.remaining() / count - FIELDS.length;
    List<StockFuturesTrade> trades = new ArrayList<>(count);
    for (int record = 0; record < count; record++) {
      if (!readRecord(text, record)) {
        return fault;
      }
      for (int i = 0; i < surplus; i++) {
        cursor.skip();
      }
      trades.add(trade(receipt, record));
    }
    return new DecodedFrame.Trades(trades, surplus * count, unreadable);
  }

  /** Why the payload cannot hold the records announced, or null if it can. */
  private DecodedFrame.@Nullable Rejection misfit(String text, FrameHeader header) {
    int start = header.payloadStart();
    cursor.begin(text, start, text.length());
    int tokens = cursor.remaining();
    if (tokens % header.count() != 0 && text.charAt(text.length() - 1) == SEPARATOR) {
      tokens--; // one trailing separator is not a field
    }
    if (tokens % header.count() != 0) {
      return new DecodedFrame.Rejection(
          RejectionReason.COUNT_MISMATCH,
          tokens + " fields cannot be divided among the " + header.count() + " records announced",
          start);
    }
    int width = tokens / header.count();
    if (width < FIELDS.length) {
      return new DecodedFrame.Rejection(
          RejectionReason.TOO_NARROW,
          "a record has " + width + " fields where at least " + FIELDS.length + " are expected",
          start);
    }
    return null;
  }

  private StockFuturesTrade trade(Receipt receipt, int record) {
    int second = (int) values[TradeField.TRADE_TIME.position()];
    long eventTime =
        KoreaTime.eventTimeMillis(receipt.receivedAtMillis(), second, maxClockSkewMillis);
    return new StockFuturesTrade(contract, values, eventTime, receipt, record);
  }

  /**
   * Reads 49 fields into {@link #values}; false if there are fewer, or, with {@link #fault}, if
   * bad.
   */
  private boolean readRecord(String text, int record) {
    long[] raw = new long[FIELDS.length];
    values = raw;
    for (int position = 0; position < KINDS.length; position++) {
      if (!cursor.hasNext()) {
        return false;
      }
      if (!wanted[position]) {
        cursor.skip();
        raw[position] = StockFuturesTrade.NULL;
        continue;
      }
      long value = cursor.next(KINDS[position]);
      if (value <= FieldReader.BAD) { // not a number: null, or unreadable
        if (MANDATORY[position]) {
          fault = fault(text, field(position, record));
          return false;
        }
        if (value == FieldReader.BAD) {
          noteUnreadable(position, record);
          value = StockFuturesTrade.NULL;
        }
      }
      raw[position] = value;
      if (position == CONTRACT) {
        contract = names.name(value, text, cursor.fieldStart(), cursor.fieldEnd());
      }
    }
    return true;
  }

  private void noteUnreadable(int position, int record) {
    if (unreadable.isEmpty()) {
      unreadable = new ArrayList<>(1);
    }
    unreadable.add(field(position, record));
  }

  /** The field just read. */
  private UnreadableField field(int position, int record) {
    return new UnreadableField(FIELDS[position], record, cursor.fieldStart(), cursor.fieldEnd());
  }

  private static DecodedFrame.Rejection fault(String text, UnreadableField field) {
    RejectionReason reason =
        switch (field.field().kind()) {
          case CONTRACT -> RejectionReason.BAD_CONTRACT;
          case TRADE_TIME, TIME -> RejectionReason.BAD_TIME;
          default ->
              FieldReader.integer(text, field.start(), field.end()) == StockFuturesTrade.NULL
                  ? RejectionReason.MISSING_FIELD
                  : RejectionReason.BAD_NUMBER;
        };
    return new DecodedFrame.Rejection(
        field.isBlank() ? RejectionReason.MISSING_FIELD : reason,
        field.describe(text),
        field.start());
  }

  private static boolean[] mandatory() {
    boolean[] mandatory = new boolean[FIELDS.length];
    for (TradeField field : FIELDS) {
      mandatory[field.position()] = field.mandatory();
    }
    return mandatory;
  }

  private static TradeField.Kind[] kinds() {
    TradeField.Kind[] kinds = new TradeField.Kind[FIELDS.length];
    for (TradeField field : FIELDS) {
      kinds[field.position()] = field.kind();
    }
    return kinds;
  }
}
