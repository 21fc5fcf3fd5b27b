package io.github.kisfutures.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A random walk of one contract that keeps the identities of {@code docs/feed.md}, "Fields". Prices
 * in won, amounts with two digits in hundredths.
 */
final class ContractWalk {
  private static final long MULTIPLIER = 10;

  private final Random random;
  private final String code;
  private final long previousClose;
  private final long previousVolume;
  private final long previousOpenInterest;
  private final long carryCost; // theoretical price - underlying, hundredths
  private long price;
  private long underlying;
  private long open;
  private long high;
  private long low;
  private long volume;
  private long value;
  private long openInterest;
  private long sellTrades;
  private long buyTrades;
  private long sellVolume;
  private long buyVolume;

  ContractWalk(String code, Random random) {
    this.random = random;
    this.code = code;
    long[] levels = {1_500, 4_000, 12_000, 43_000, 77_900, 190_000, 440_000, 900_000};
    underlying = onTick(levels[random.nextInt(levels.length)]);
    price = underlying + tick(underlying) * random.nextInt(5);
    previousClose = price - tick(price) * (random.nextInt(7) - 3);
    carryCost = (price - underlying) * 100 + random.nextInt(200) - 100;
    previousVolume = 20_000L + random.nextInt(10_000);
    previousOpenInterest = 10_000L + random.nextInt(50_000);
    openInterest = previousOpenInterest;
  }

  /** The record of the next trade, at that second of the day. */
  List<String> trade(int secondOfDay) {
    step();
    long quantity = random.nextInt(20) == 0 ? 20 + random.nextInt(180) : 1 + random.nextInt(9);
    volume += quantity;
    value += price * quantity * MULTIPLIER;
    if (open == 0) {
      open = price;
      high = price;
      low = price;
    }
    high = Math.max(high, price);
    low = Math.min(low, price);
    int side = random.nextInt(20); // 0: by auction, of neither side
    if (side > 0 && side < 10) {
      sellTrades++;
      sellVolume += quantity;
    } else if (side >= 10) {
      buyTrades++;
      buyVolume += quantity;
    }
    long newInterest = random.nextInt(3) == 0 ? random.nextLong(-quantity, quantity + 1) : 0;
    openInterest = Math.max(0, openInterest + newInterest);
    return record(secondOfDay, quantity, newInterest, side >= 10);
  }

  private List<String> record(int second, long quantity, long newInterest, boolean boughtByBuyer) {
    long theoretical = underlying * 100 + carryCost;
    long basis = (price - underlying) * 100;
    long ask = boughtByBuyer ? price : price + tick(price);
    long bid = boughtByBuyer ? price - tick(price) : price;
    boolean noAsk = random.nextInt(200) == 0;
    return Arrays.asList(
        code,
        "%02d%02d%02d".formatted(second / 3600, second / 60 % 60, second % 60),
        Long.toString(price),
        sign(price - previousClose),
        Long.toString(price - previousClose),
        hundredths(ratio((price - previousClose) * 10_000, previousClose)),
        Long.toString(open),
        Long.toString(high),
        Long.toString(low),
        Long.toString(quantity),
        Long.toString(volume),
        Long.toString(value),
        hundredths(theoretical),
        hundredths(basis),
        hundredths(ratio((price * 100 - theoretical) * 10_000, theoretical)),
        "0.00",
        "0.00",
        "-500.00",
        Long.toString(openInterest),
        Long.toString(openInterest - previousOpenInterest),
        "000000",
        sign(price - open),
        Long.toString(price - open),
        "000000",
        sign(price - high),
        Long.toString(price - high),
        "000000",
        sign(price - low),
        Long.toString(price - low),
        hundredths(ratio(buyVolume * 100, volume)),
        hundredths(ratio(buyVolume * 10_000, sellVolume)),
        hundredths(price * 100 - theoretical),
        Long.toString(newInterest),
        hundredths(carryCost),
        noAsk ? "0" : Long.toString(ask),
        Long.toString(bid),
        "0",
        "0",
        Long.toString(sellTrades),
        Long.toString(buyTrades),
        Long.toString(buyTrades - sellTrades),
        Long.toString(sellVolume),
        Long.toString(buyVolume),
        "0",
        "0",
        hundredths(ratio(volume * 10_000, previousVolume)),
        "0",
        "0",
        "0");
  }

  private void step() {
    if (open == 0) {
      return;
    }
    if (random.nextInt(4) == 0) {
      underlying = moved(underlying, random.nextBoolean() ? 1 : -1);
    }
    int direction = random.nextInt(4); // 0 up, 1 down, else unchanged
    long ticksAway = (price - underlying) / tick(underlying);
    if (ticksAway > 12) {
      direction = 1;
    } else if (ticksAway < -8) {
      direction = 0;
    }
    if (direction < 2) {
      price = moved(price, direction == 0 ? 1 : -1);
    }
  }

  private static long moved(long price, int ticks) {
    return Math.max(100, onTick(price + ticks * tick(price)));
  }

  private static long onTick(long price) {
    return price / tick(price) * tick(price);
  }

  private static long tick(long price) {
    if (price < 2_000) {
      return 1;
    }
    if (price < 5_000) {
      return 5;
    }
    if (price < 20_000) {
      return 10;
    }
    if (price < 50_000) {
      return 50;
    }
    if (price < 200_000) {
      return 100;
    }
    return price < 500_000 ? 500 : 1_000;
  }

  private static String sign(long change) {
    return change > 0 ? "2" : change == 0 ? "3" : "5";
  }

  /** {@code a / b} rounded half up; 0 for a zero denominator. */
  private static long ratio(long a, long b) {
    if (b == 0) {
      return 0;
    }
    long rounded = (Math.abs(a) + b / 2) / b;
    return a < 0 ? -rounded : rounded;
  }

  /** {@code %.2f} of hundredths. */
  static String hundredths(long amount) {
    long absolute = Math.abs(amount);
    String text = absolute / 100 + "." + absolute / 10 % 10 + absolute % 10;
    return amount < 0 ? "-" + text : text;
  }
}
