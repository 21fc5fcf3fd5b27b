package io.github.kisfutures.wire;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Decodes H0ZFCNT0 data frames in one pass over their characters ({@code kis-protocol.md} section
 * 6).
 *
 * <p>A frame is decoded whole or rejected whole; no input makes it throw. Not thread-safe: it
 * reuses its working state from frame to frame.
 */
public final class TradeDecoder {
  /** The TR that is decoded. */
  public static final String TR_ID = "H0ZFCNT0";

  private static final char SEPARATOR = '^';
  private static final TradeField[] FIELDS = TradeField.values();
  private static final TradeField.Kind[] KINDS = kinds();

  private final boolean[] wanted = new boolean[FIELDS.length];
  private final ContractNames names = new ContractNames();

  private String contract = "";
  private long[] values = new long[0];
  private int cursor;
  private DecodedFrame.Rejection fault = NO_FAULT;

  private static final DecodedFrame.Rejection NO_FAULT =
      new DecodedFrame.Rejection(RejectionReason.MALFORMED, "", -1);

  /** Decodes all fields. */
  public TradeDecoder() {
    this(EnumSet.allOf(TradeField.class));
  }

  /**
   * Decodes some fields only: the others are skipped unread and come out as null. The mandatory
   * fields are always decoded.
   */
  public TradeDecoder(Set<TradeField> fields) {
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
    int start = header.payloadStart();
    int end = text.length();
    int count = header.count();
    int tokens = tokens(text, start, end);
    if (tokens % count != 0 && text.charAt(end - 1) == SEPARATOR) {
      tokens--;
      end--;
    }
    if (tokens % count != 0) {
      return new DecodedFrame.Rejection(
          RejectionReason.COUNT_MISMATCH,
          tokens + " fields cannot be divided among the " + count + " records announced",
          start);
    }
    int width = tokens / count;
    if (width < FIELDS.length) {
      return new DecodedFrame.Rejection(
          RejectionReason.TOO_NARROW,
          "a record has " + width + " fields where at least " + FIELDS.length + " are expected",
          start);
    }
    return records(text, start, end, count, width - FIELDS.length, receipt);
  }

  private DecodedFrame records(
      String text, int start, int end, int count, int surplus, Receipt receipt) {
    List<StockFuturesTrade> trades = new ArrayList<>(count);
    cursor = start;
    for (int record = 0; record < count; record++) {
      values = new long[FIELDS.length];
      if (!readRecord(text, end, record)) {
        return fault;
      }
      skip(text, end, surplus);
      int second = (int) values[TradeField.TRADE_TIME.position()];
      long eventTime = KoreaTime.eventTimeMillis(receipt.receivedAtMillis(), second);
      trades.add(new StockFuturesTrade(contract, values, eventTime, receipt, record));
    }
    return new DecodedFrame.Trades(trades, surplus * count);
  }

  /**
   * Reads 49 fields from the cursor on into {@link #values}; false, with {@link #fault} set, if
   * bad.
   */
  private boolean readRecord(String text, int end, int record) {
    for (int position = 0; position < KINDS.length; position++) {
      int fieldStart = cursor;
      int fieldEnd = fieldEnd(text, fieldStart, end);
      cursor = fieldEnd + 1;
      if (!wanted[position]) {
        values[position] = StockFuturesTrade.NULL;
        continue;
      }
      long value = read(KINDS[position], text, fieldStart, fieldEnd);
      if (value == FieldReader.BAD
          || (value == StockFuturesTrade.NULL && FIELDS[position].mandatory())) {
        fault = fault(FIELDS[position], record, text, fieldStart, fieldEnd);
        return false;
      }
      values[position] = value;
    }
    return true;
  }

  private long read(TradeField.Kind kind, String text, int start, int end) {
    switch (kind) {
      case LONG:
        return FieldReader.integer(text, start, end);
      case DECIMAL:
        return FieldReader.decimal(text, start, end);
      case CODE:
        return FieldReader.code(text, start, end);
      case TRADE_TIME:
        return FieldReader.time(text, start, end);
      case TIME:
        long time = FieldReader.time(text, start, end);
        return time == 0 ? StockFuturesTrade.NULL : time;
      default:
        return readContract(text, start, end);
    }
  }

  private long readContract(String text, int start, int end) {
    long key = FieldReader.contract(text, start, end);
    if (key > 0) {
      contract = names.name(key, text, start, end);
    }
    return key;
  }

  private void skip(String text, int end, int fields) {
    for (int i = 0; i < fields; i++) {
      cursor = fieldEnd(text, cursor, end) + 1;
    }
  }

  private static int fieldEnd(String text, int start, int end) {
    int i = start;
    while (i < end && text.charAt(i) != SEPARATOR) {
      i++;
    }
    return i;
  }

  private static int tokens(String text, int start, int end) {
    int tokens = 1;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == SEPARATOR) {
        tokens++;
      }
    }
    return tokens;
  }

  private static DecodedFrame.Rejection fault(
      TradeField field, int record, String text, int start, int end) {
    boolean blank = start == end;
    RejectionReason reason =
        switch (field.kind()) {
          case CONTRACT -> blank ? RejectionReason.MISSING_FIELD : RejectionReason.BAD_CONTRACT;
          case TRADE_TIME, TIME -> blank ? RejectionReason.MISSING_FIELD : RejectionReason.BAD_TIME;
          case CODE -> RejectionReason.BAD_CODE;
          case LONG, DECIMAL ->
              FieldReader.decimal(text, start, end) == StockFuturesTrade.NULL
                  ? RejectionReason.MISSING_FIELD
                  : RejectionReason.BAD_NUMBER;
        };
    String found = blank ? "blank" : Excerpt.of(text, start, end);
    String detail =
        field.kisName() + " (field " + field.position() + " of record " + record + ") is " + found;
    return new DecodedFrame.Rejection(reason, detail, start);
  }

  private static TradeField.Kind[] kinds() {
    TradeField.Kind[] kinds = new TradeField.Kind[FIELDS.length];
    for (TradeField field : FIELDS) {
      kinds[field.position()] = field.kind();
    }
    return kinds;
  }
}
