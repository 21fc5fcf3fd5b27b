package io.github.kisfutures.wire;

import io.github.kisfutures.market.StockFuturesTrade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parts data frames by contract: KIS may put the records of several contracts into one frame, but
 * whoever keeps frames by contract needs one frame each. The records stay as they came, surplus
 * fields included, and in their order, so the parts decode to the same trades. A frame that cannot
 * be decoded stays whole, because a part of it must never be used ({@code docs/feed.md}, "Frames").
 * Not thread-safe.
 */
public final class ContractFrames {
  private static final char SEPARATOR = '^';

  private final TradeDecoder decoder = new TradeDecoder();

  /**
   * A frame of one contract, or a whole frame that cannot be decoded.
   *
   * @param contract short code; null, if the frame cannot be decoded
   * @param frame as it was received, but for the records of other contracts
   */
  public record Part(@Nullable String contract, ReceivedFrame frame) {}

  /** Makes parts of frames. */
  public ContractFrames() {}

  /** The frame's parts, one a contract; at least one. */
  public List<Part> of(ReceivedFrame frame) {
    if (!(decoder.decode(frame) instanceof DecodedFrame.Trades decoded)) {
      return List.of(new Part(null, frame));
    }
    List<StockFuturesTrade> trades = decoded.trades();
    String first = trades.get(0).contract();
    if (trades.stream().allMatch(trade -> trade.contract().equals(first))) {
      return List.of(new Part(first, frame));
    }
    Map<String, List<String>> records = new LinkedHashMap<>();
    List<String> all = records(frame.text(), trades.size());
    for (int i = 0; i < all.size(); i++) {
      records.computeIfAbsent(trades.get(i).contract(), c -> new ArrayList<>()).add(all.get(i));
    }
    return records.entrySet().stream()
        .map(part -> new Part(part.getKey(), frameOf(part.getValue(), frame)))
        .toList();
  }

  private static ReceivedFrame frameOf(List<String> records, ReceivedFrame whole) {
    String text =
        "0|%s|%03d|%s"
            .formatted(
                TradeDecoder.TR_ID,
                records.size(),
                String.join(String.valueOf(SEPARATOR), records));
    return new ReceivedFrame(text, whole.receipt());
  }

  /** The texts of a frame's records; the frame is known to be well-formed. */
  private static List<String> records(String frame, int count) {
    String payload = frame.substring(FrameHeader.parse(frame, TradeDecoder.TR_ID).payloadStart());
    List<Integer> ends = new ArrayList<>();
    for (int at = payload.indexOf(SEPARATOR); at >= 0; at = payload.indexOf(SEPARATOR, at + 1)) {
      ends.add(at);
    }
    if ((ends.size() + 1) % count != 0) {
      ends.remove(ends.size() - 1); // the one trailing separator ends the last record
      payload = payload.substring(0, payload.length() - 1);
    }
    ends.add(payload.length());
    int width = ends.size() / count;
    List<String> records = new ArrayList<>(count);
    int start = 0;
    for (int record = 1; record <= count; record++) {
      int end = ends.get(record * width - 1);
      records.add(payload.substring(start, end));
      start = end + 1;
    }
    return records;
  }
}
