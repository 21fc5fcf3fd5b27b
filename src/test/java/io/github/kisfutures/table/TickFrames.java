package io.github.kisfutures.table;

import io.github.kisfutures.market.KoreaTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Raw frames of single trades, for tests; all other fields are those of KIS's official sample. */
final class TickFrames {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

  private TickFrames() {}

  /** One record, without the frame's header. */
  static String record(String contract, LocalTime time, long price, long quantity, long volume) {
    return contract
        + "^"
        + TIME.format(time)
        + "^"
        + price
        + "^5^-100^-0.13^77900^77900^77300^"
        + quantity
        + "^"
        + volume
        + "^"
        + volume * 1000
        + "^77899.50^400.00^0.00^0.00^0.00^-500.00^32053^219^000000^3^0^000000^3^0^000000^2^600"
        + "^0.36^58.23^0.50^-1^399.50^77900^77800^0^0^105^36^-69^1075^626^0^0^6.23^0^0^0";
  }

  /** A frame of records. */
  static String frame(String... records) {
    return "0|H0ZFCNT0|%03d|".formatted(records.length) + String.join("^", records);
  }

  /** A frame of one trade of one contract, of now. */
  static String trade(String contract, long price) {
    return frame(record(contract, now(), price, 1, 10));
  }

  /** The KST time of day. */
  static LocalTime now() {
    return LocalTime.now(KoreaTime.ZONE);
  }
}
