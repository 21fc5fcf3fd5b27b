package io.github.kisfutures.wire;

import io.github.kisfutures.market.ContractCode;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.PackedCode;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random trades that use the whole range of every field, as far as the wire can carry it. */
public final class RandomTrades {
  private static final String CODE_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final long DECIMAL_LIMIT = 1_000_000_000_000_000_000L;
  private static final int DAY_SECONDS = 86_400;

  private final Random random;

  /** Trades drawn from {@code random}. */
  public RandomTrades(Random random) {
    this.random = random;
  }

  /** The trades of one frame, which arrived as {@code receipt} says. */
  public List<StockFuturesTrade> frame(int records, Receipt receipt) {
    List<StockFuturesTrade> trades = new ArrayList<>();
    for (int record = 0; record < records; record++) {
      trades.add(trade(receipt, record));
    }
    return trades;
  }

  /** One trade. */
  public StockFuturesTrade trade(Receipt receipt, int recordIndex) {
    long[] values = new long[TradeField.count()];
    for (TradeField field : TradeField.values()) {
      boolean absent = !field.mandatory() && random.nextInt(8) == 0;
      values[field.position()] = absent ? StockFuturesTrade.NULL : value(field.kind());
    }
    int second = (int) values[TradeField.TRADE_TIME.position()];
    long eventTime = KoreaTime.eventTimeMillis(receipt.receivedAtMillis(), second);
    return new StockFuturesTrade(contract(), values, eventTime, receipt, recordIndex);
  }

  /** A contract code of 6 to 9 characters. */
  public String contract() {
    int length = random.nextInt(ContractCode.MIN_LENGTH, ContractCode.MAX_LENGTH + 1);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < length; i++) {
      code.append(CODE_CHARACTERS.charAt(random.nextInt(CODE_CHARACTERS.length())));
    }
    return code.toString();
  }

  private long value(TradeField.Kind kind) {
    return switch (kind) {
      case CONTRACT -> 0;
      case TRADE_TIME -> random.nextInt(DAY_SECONDS);
      case TIME -> 1 + random.nextInt(DAY_SECONDS - 1); // 000000 means null
      case LONG -> number();
      case DECIMAL -> number() % DECIMAL_LIMIT;
      case CODE -> code();
    };
  }

  /** Any magnitude is as likely as another, from 0 to the largest that the wire form can carry. */
  private long number() {
    long magnitude = random.nextLong() >>> (1 + random.nextInt(63));
    return random.nextBoolean() || magnitude == Long.MAX_VALUE ? magnitude : -magnitude;
  }

  private long code() {
    StringBuilder code = new StringBuilder();
    int length = 1 + random.nextInt(PackedCode.MAX_LENGTH);
    while (code.length() < length) {
      char c = (char) random.nextInt('!', 127);
      if (c != '^') {
        code.append(c);
      }
    }
    return PackedCode.pack(code.toString());
  }
}
