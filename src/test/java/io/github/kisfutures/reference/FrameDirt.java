package io.github.kisfutures.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes the text of frames, clean or with the dirt that is in the text itself. */
final class FrameDirt {
  private static final List<String> NOTHING = List.of("", "nan", "-nan", "inf");
  private static final List<String> OPTIONAL =
      List.of(
          "theoretical_price",
          "market_basis",
          "disparity",
          "open_interest",
          "open_interest_change_day",
          "execution_strength",
          "theoretical_basis",
          "best_ask",
          "best_bid",
          "cumulative_sell_volume",
          "cumulative_buy_volume",
          "volume_rate",
          "open_time");

  private final Random random;
  private final DirtRates rates;

  FrameDirt(Random random, DirtRates rates) {
    this.random = random;
    this.rates = rates;
  }

  boolean happens(Dirt dirt) {
    return rates.of(dirt) > 0 && random.nextInt(1000) < rates.of(dirt);
  }

  /** The frame of these records, some wider, with blanks, or with a trailing '^'. */
  String frame(List<DayTrade> trades) {
    boolean blanks = happens(Dirt.BLANKS);
    String surplus =
        happens(Dirt.WIDER) ? List.of("^7", "^7^", "^7^^nan").get(random.nextInt(3)) : "";
    List<String> records = new ArrayList<>();
    for (DayTrade trade : trades) {
      records.add(String.join("^", blanks ? blanked(trade.fields()) : trade.fields()) + surplus);
    }
    return text(records) + (happens(Dirt.TRAILING_CARET) ? "^" : "");
  }

  /** The frame with an impossible time in one of its records. */
  String badTime(List<DayTrade> trades) {
    int faulty = random.nextInt(trades.size());
    List<String> records = new ArrayList<>();
    for (int i = 0; i < trades.size(); i++) {
      List<String> fields = new ArrayList<>(trades.get(i).fields());
      if (i == faulty) {
        fields.set(1, List.of("", "246000", "096199", "9:1639").get(random.nextInt(4)));
      }
      records.add(String.join("^", fields));
    }
    return text(records);
  }

  /** The beginning of a frame. */
  String truncated(String frame) {
    return frame.substring(0, 1 + random.nextInt(frame.length() - 1));
  }

  String otherTr() {
    return random.nextBoolean()
        ? "0|H0STCNT0|001|005930^114828^314000^5^-15000^-4.56"
        : "0|H0ZFASP0|001|111V06^091639^77900^77800";
  }

  String encrypted() {
    return "1|H0STCNI0|001|" + Long.toHexString(random.nextLong()) + "==";
  }

  String controlMessage() {
    return random.nextBoolean()
        ? "{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20260710171541\"}}"
        : "{\"header\":{\"tr_id\":\"H0ZFCNT0\",\"tr_key\":\"111V06\",\"encrypt\":\"N\"},\"body\":"
            + "{\"rt_cd\":\"0\",\"msg_cd\":\"OPSP0000\",\"msg1\":\"SUBSCRIBE SUCCESS\"}}";
  }

  private List<String> blanked(List<String> fields) {
    List<String> blanked = new ArrayList<>(fields);
    for (String column : OPTIONAL) {
      if (random.nextInt(3) == 0) {
        TickColumn field = TickColumn.named(column);
        boolean number = field.type() != ColumnType.TIME;
        blanked.set(field.index(), number ? NOTHING.get(random.nextInt(NOTHING.size())) : "");
      }
    }
    return blanked;
  }

  private static String text(List<String> records) {
    return "0|H0ZFCNT0|"
        + "%03d".formatted(records.size())
        + records.stream().collect(Collectors.joining("^", "|", ""));
  }
}
