package io.github.kisfutures.simulator;

import io.github.kisfutures.market.TradeField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Well-formed data frames that say what is not so. A text that is no frame, or whose numbers cannot
 * be read, is left alone.
 */
final class FrameLies {
  private static final Set<TradeField> NEEDED =
      EnumSet.of(
          TradeField.CONTRACT,
          TradeField.TRADE_TIME,
          TradeField.PRICE,
          TradeField.QUANTITY,
          TradeField.CUMULATIVE_VOLUME,
          TradeField.CUMULATIVE_VALUE);

  private FrameLies() {}

  /** With the totals of a day of so many contracts more in its first record. */
  static String staleTotals(String frame, int contracts) {
    return FrameEdits.edit(
        frame,
        records -> {
          RecordText first = new RecordText(records.get(0));
          if (first.hasCounters()) {
            first.add(TradeField.CUMULATIVE_VOLUME, contracts);
            first.add(TradeField.CUMULATIVE_VALUE, first.worth(contracts));
          }
        });
  }

  /** With so many contracts too many in the ACML_VOL of its first record. */
  static String wildVolume(String frame, int contracts) {
    return FrameEdits.edit(
        frame,
        records -> {
          RecordText first = new RecordText(records.get(0));
          if (first.hasCounters()) {
            first.add(TradeField.CUMULATIVE_VOLUME, contracts);
          }
        });
  }

  /** With a record of price 0 and quantity 0 at its end. */
  static String zeroTrade(String frame) {
    return FrameEdits.edit(
        frame,
        records -> {
          RecordText last = new RecordText(new ArrayList<>(records.get(records.size() - 1)));
          if (last.hasCounters()) {
            last.set(TradeField.PRICE, "0");
            last.set(TradeField.QUANTITY, "0");
            records.add(last.fields());
          }
        });
  }

  /** With nothing in the fields that a record may do without. */
  static String blank(String frame) {
    return FrameEdits.edit(
        frame,
        records -> {
          for (List<String> record : records) {
            RecordText text = new RecordText(record);
            EnumSet.complementOf(EnumSet.copyOf(NEEDED)).forEach(field -> text.set(field, ""));
          }
        });
  }

  /** With numbers in spellings of another kind; their values stay, but for one that is none. */
  static String oddNumbers(String frame) {
    return FrameEdits.edit(
        frame,
        records -> {
          for (List<String> record : records) {
            RecordText text = new RecordText(record);
            if (text.hasCounters()) {
              text.set(TradeField.PRICE, text.get(TradeField.PRICE) + ".00");
              text.set(TradeField.BEST_ASK, text.get(TradeField.BEST_ASK) + ".00");
              text.set(
                  TradeField.EXECUTION_STRENGTH, "+" + text.get(TradeField.EXECUTION_STRENGTH));
              text.set(TradeField.MARKET_BASIS, text.get(TradeField.MARKET_BASIS) + "4");
              text.set(TradeField.DISPARITY, "nan(ind)");
              text.set(TradeField.OPEN_TIME, "0");
            }
          }
        });
  }
}
