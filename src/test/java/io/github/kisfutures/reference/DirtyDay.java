package io.github.kisfutures.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A generated capture of one trading day. A clean day keeps the identities of {@code docs/feed.md},
 * "Fields" and misses nothing; {@link DirtRates} say what goes wrong with it. The same values give
 * the same lines.
 *
 * @param seed of everything random; print it when a test fails
 * @param contracts at most 90
 * @param trades of the clean day, all contracts together
 * @param rates of dirt
 * @param maxOutOfOrderness within which frames are reordered, of event time; at least 500 ms
 */
public record DirtyDay(
    long seed, int contracts, int trades, DirtRates rates, Duration maxOutOfOrderness) {

  /** The trading date of every generated day, a Friday. */
  public static final LocalDate DATE = LocalDate.of(2026, 7, 10);

  private static final int MAX_RECORDS = 4;
  private static final int MAX_FRAME_SPAN = 300; // ms between first and last record of a frame
  private static final int LATENCY = 500; // ms from a frame's last trade to its arrival, at least
  private static final int JITTER = 100; // ms
  private static final DateTimeFormatter RECEIVE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(RawCapture.KST);

  public DirtyDay {
    if (contracts < 1 || contracts > 90) {
      throw new IllegalArgumentException("contracts must be 1 to 90, not " + contracts);
    }
  }

  /** A day without dirt, to be reordered within 2 s at most. */
  public static DirtyDay clean(long seed, int contracts, int trades) {
    return new DirtyDay(seed, contracts, trades, DirtRates.clean(), Duration.ofSeconds(2));
  }

  /** A day with some of every dirt, reordered within 2 s. */
  public static DirtyDay dirty(long seed, int contracts, int trades) {
    return new DirtyDay(seed, contracts, trades, DirtRates.typical(), Duration.ofSeconds(2));
  }

  /** A day on which the feed lies, with these other kinds of dirt, too. */
  public static DirtyDay lying(long seed, int contracts, int trades, DirtRates rates) {
    return new DirtyDay(seed, contracts, trades, rates, Duration.ofSeconds(2));
  }

  private record Arrival(long millis, long order, String frame) {}

  /** Two frames may swap when their event times stay within max-out-of-orderness of each other. */
  private static int shuffleBudget(Duration maxOutOfOrderness) {
    return (int) Math.max(0, maxOutOfOrderness.toMillis() - MAX_FRAME_SPAN - JITTER - 100);
  }

  /** The short codes of the day's contracts. */
  public List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < contracts; i++) {
      codes.add(MarketDay.code(i));
    }
    return codes;
  }

  /** The capture lines, receive times never falling. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    forEachLine(lines::add);
    return lines;
  }

  /** The same lines one by one, for a day that does not fit into memory. */
  public void forEachLine(Consumer<String> sink) {
    Random random = new Random(seed * 31 + 7);
    FrameDirt dirt = new FrameDirt(random, rates);
    Lies lies = new Lies(new Random(seed * 37 + 11), rates);
    int[] joinTimes = joinTimes(random);
    List<int[]> outages = outages(random);
    PriorityQueue<Arrival> underway =
        new PriorityQueue<>(
            Comparator.comparingLong(Arrival::millis).thenComparingLong(Arrival::order));
    MarketDay day = new MarketDay(seed, contracts, trades);
    List<DayTrade> frame = new ArrayList<>();
    int size = 1;
    long arrived = 0;
    long order = 0;
    while (day.hasNext() || !frame.isEmpty()) {
      DayTrade next = day.hasNext() ? day.next() : null;
      if (next != null && next.milliOfDay() < joinTimes[next.contract()]) {
        continue;
      }
      boolean full =
          !frame.isEmpty()
              && (next == null
                  || frame.size() == size
                  || next.milliOfDay() - frame.get(0).milliOfDay() > MAX_FRAME_SPAN);
      if (full) {
        int last = frame.get(frame.size() - 1).milliOfDay();
        while (!underway.isEmpty() && underway.peek().millis() < last + LATENCY) {
          sink.accept(line(underway.remove()));
        }
        arrived = Math.max(arrived, last + LATENCY + random.nextInt(JITTER + 1));
        for (Arrival arrival : delivered(lies.instead(frame), arrived, dirt, random, outages)) {
          underway.add(new Arrival(arrival.millis, order++, arrival.frame));
        }
        frame.clear();
        size = 1 + random.nextInt(MAX_RECORDS);
      }
      if (next != null) {
        frame.add(next);
      }
    }
    while (!underway.isEmpty()) {
      sink.accept(line(underway.remove()));
    }
  }

  /**
   * What arrives of one frame that would normally arrive at {@code millis}, and what follows it.
   */
  private List<Arrival> delivered(
      List<DayTrade> trades, long millis, FrameDirt dirt, Random random, List<int[]> outages) {
    List<Arrival> arrivals = new ArrayList<>();
    if (outages.stream().anyMatch(o -> o[0] <= millis && millis < o[1])) {
      return arrivals;
    }
    String frame = dirt.frame(trades);
    if (dirt.happens(Dirt.TRUNCATED)) {
      arrivals.add(new Arrival(millis, 0, dirt.truncated(frame)));
    } else if (dirt.happens(Dirt.BAD_TIME)) {
      arrivals.add(new Arrival(millis, 0, dirt.badTime(trades)));
    } else if (dirt.happens(Dirt.VERY_LATE)) {
      arrivals.add(new Arrival(millis + random.nextInt(120_000, 600_000), 0, frame));
    } else if (dirt.happens(Dirt.REORDERED)) {
      long delay = random.nextInt(shuffleBudget(maxOutOfOrderness) + 1);
      arrivals.add(new Arrival(millis + delay, 0, frame));
    } else if (!dirt.happens(Dirt.MISSING)) {
      arrivals.add(new Arrival(millis, 0, frame));
      if (dirt.happens(Dirt.DUPLICATED)) {
        int within = random.nextInt(4) == 0 ? 600_000 : 5_000;
        arrivals.add(new Arrival(millis + random.nextInt(within), 0, frame));
      }
    }
    if (dirt.happens(Dirt.OTHER_TR)) {
      arrivals.add(new Arrival(millis, 0, dirt.otherTr()));
    }
    if (dirt.happens(Dirt.ENCRYPTED)) {
      arrivals.add(new Arrival(millis, 0, dirt.encrypted()));
    }
    if (dirt.happens(Dirt.CONTROL_MESSAGE)) {
      arrivals.add(new Arrival(millis, 0, dirt.controlMessage()));
    }
    return arrivals;
  }

  /** From which millisecond of the day each contract is received. */
  private int[] joinTimes(Random random) {
    int[] joinTimes = new int[contracts];
    for (int i = 0; i < contracts; i++) {
      if (random.nextInt(1000) < rates.of(Dirt.LATE_JOIN)) {
        joinTimes[i] = MarketDay.START + random.nextInt(60_000, 7_200_000);
      }
    }
    return joinTimes;
  }

  /** Three stretches of the day, milliseconds from and to. */
  private List<int[]> outages(Random random) {
    List<int[]> outages = new ArrayList<>();
    int length = (MarketDay.END - MarketDay.START) / 1000 * rates.of(Dirt.OUTAGE) / 3;
    for (int i = 0; i < 3 && length > 0; i++) {
      int from = random.nextInt(MarketDay.START, MarketDay.END - length);
      outages.add(new int[] {from, from + length});
    }
    return outages;
  }

  private static String line(Arrival arrival) {
    Instant midnight = DATE.atStartOfDay(RawCapture.KST).toInstant();
    return RECEIVE_TIME.format(midnight.plusMillis(arrival.millis())) + "\t" + arrival.frame();
  }

  /**
   * The lines in another arrival order, such that no trade of a generated day comes later than
   * max-out-of-orderness behind the largest event time before it. The lines must come from a day
   * without {@link Dirt#REORDERED}, whose disorder would add up. Receive times still never fall.
   */
  public static List<String> shuffledWithin(
      long seed, List<String> lines, Duration maxOutOfOrderness) {
    Random random = new Random(seed);
    List<Arrival> arrivals = new ArrayList<>();
    for (String line : lines) {
      int tab = line.indexOf('\t');
      long received = OffsetDateTime.parse(line.substring(0, tab)).toInstant().toEpochMilli();
      int delay = random.nextInt(shuffleBudget(maxOutOfOrderness) + 1);
      arrivals.add(new Arrival(received + delay, arrivals.size(), line.substring(tab + 1)));
    }
    arrivals.sort(Comparator.comparingLong(Arrival::millis).thenComparingLong(Arrival::order));
    return arrivals.stream()
        .map(a -> RECEIVE_TIME.format(Instant.ofEpochMilli(a.millis())) + "\t" + a.frame())
        .toList();
  }
}
