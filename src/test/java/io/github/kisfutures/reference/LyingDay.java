package io.github.kisfutures.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A few minutes in which the feed lies about one contract, and the rows that must come out, worked
 * by hand; the multiplier is 10, the windows one minute. Every day has a contract of its own, so
 * that all of them together are one capture.
 */
public enum LyingDay {
  /** The counters start at 0 again at 09:35. */
  COUNTERS_BEGIN_ANEW(
      "A21608",
      """
      window_start trades open  high  low   close volume turnover vwap       missed_volume complete
      09:34        2      78000 78100 78000 78100 7      5462000  78028.5714 0             true
      09:35        2      78100 78100 78100 78100 7      5467000  78100.0000 0             true
      09:36        1      78000 78000 78000 78000 1      780000   78000.0000 0             true
      """,
      """
      from_volume to_volume missed_volume missed_value missed_price time_before time_after cause
      0           995       995           776100000    78000.0000   -           09:34:58   LATE_JOIN
      1002        0         -             -            -            09:34:59    09:35:00   COUNTERS
      """) {
    @Override
    List<SampleRecord> records() {
      return List.of(
          at("093458", 78_000, 5, 1_000, 780_000_000),
          at("093459", 78_100, 2, 1_002, 781_562_000),
          at("093500", 78_100, 3, 3, 2_343_000),
          at("093530", 78_100, 4, 7, 5_467_000),
          at("093610", 78_000, 1, 8, 6_247_000));
    }
  },

  /** The last trade, of ten contracts, is cancelled. */
  TEN_CANCELLED(
      "A22608",
      """
      window_start trades high  low   volume turnover vwap       missed_volume complete session_vwap
      09:40        4      77700 77000 70     53986000 77122.8571 0             true     77026.6667
      """,
      """
      from_volume to_volume missed_volume missed_value missed_price time_before time_after cause
      60          50        -             -            -            09:40:10    09:40:20   COUNTERS
      """) {
    @Override
    List<SampleRecord> records() {
      return List.of(
          at("094000", 77_000, 50, 50, 38_500_000),
          at("094010", 77_700, 10, 60, 46_270_000),
          at("094020", 77_100, 4, 54, 41_584_000),
          at("094040", 77_200, 6, 60, 46_216_000));
    }
  },

  /** The first record has the totals of yesterday. */
  STALE_TOTALS(
      "A23608",
      """
      window_start trades high  low   volume turnover vwap       missed_volume complete
      09:45        3      77100 77000 6      4623000  77050.0000 0             true
      """,
      """
      from_volume to_volume missed_volume missed_value missed_price time_before time_after cause
      0           49998     49998         38268460000  76539.9816   -           09:45:00   LATE_JOIN
      50000       2         -             -            -            09:45:00    09:45:01   COUNTERS
      """) {
    @Override
    List<SampleRecord> records() {
      return List.of(
          at("094500", 77_000, 2, 50_000, 38_270_000_000L),
          at("094501", 77_100, 3, 5, 3_853_000),
          at("094502", 77_000, 1, 6, 4_623_000));
    }
  },

  /** One ACML_VOL is far too large; an honest trade follows within the second. */
  WILD_VOLUME(
      "A24608",
      """
      window_start trades high  low   volume turnover vwap       missed_volume complete session_vwap
      09:50        3      78100 78000 16     12485000 78031.2500 0             true     78031.2500
      09:51        1      78200 78200 2      1564000  78200.0000 0             true     78050.0000
      """,
      """
      from_volume to_volume  missed_volume missed_value missed_price time_before time_after cause
      10          8999999995 -             -            -            09:50:00    09:50:10   COUNTERS
      9000000000  15         -             -            -            09:50:10    09:50:10   COUNTERS
      """) {
    @Override
    List<SampleRecord> records() {
      return List.of(
          at("095000", 78_000, 10, 10, 7_800_000),
          at("095010", 78_100, 5, 9_000_000_000L, 11_705_000),
          at("095010", 78_000, 1, 16, 12_485_000),
          at("095100", 78_200, 2, 18, 14_049_000));
    }
  },

  /** A record without a trade, twice; and an open interest that says nothing at first. */
  NO_TRADE(
      "A25608",
      """
      window_start trades low   close volume turnover oi_open oi_close oi_change oi_signal
      09:55        2      77900 78000 6      4675000  -       -        -         -
      09:56        2      78000 78100 3      2341000  32060   32050    -10       SHORT_COVERING
      09:57        1      78100 78100 1      781000   32050   32050    0         NEUTRAL
      """,
      "from_volume") {
    @Override
    List<SampleRecord> records() {
      SampleRecord none = at("095510", 0, 0, 5, 3_895_000);
      return List.of(
          interest(at("095500", 77_900, 5, 5, 3_895_000), "0"),
          interest(none, "0"),
          interest(none, "0"),
          interest(at("095520", 78_000, 1, 6, 4_675_000), ""),
          interest(at("095600", 78_000, 1, 7, 5_455_000), "32060"),
          interest(at("095610", 78_100, 2, 9, 7_017_000 - 1_000), "32050"),
          interest(at("095710", 78_100, 1, 10, 7_797_000), "0"));
    }
  },

  /** Its clock is hours ahead: 15:00 while it is 10:00. The trades count when they are received. */
  CLOCK_AHEAD(
      "A26608",
      """
      window_start trades volume turnover vwap       missed_volume complete
      10:00        2      3      2338000  77933.3333 0             true
      10:01        1      1      780000   78000.0000 0             true
      """,
      "from_volume") {
    @Override
    List<SampleRecord> records() {
      return List.of(
          at("100000", 77_900, 2, 2, 1_558_000),
          at("100030", 78_000, 1, 3, 2_338_000),
          at("100100", 78_000, 1, 4, 3_118_000));
    }

    @Override
    public List<String> lines() {
      return super.lines().stream()
          .map(line -> line.replace("^100030^", "^150000^").replace("^100100^", "^150100^"))
          .toList();
    }
  },

  /** Fields in spellings of another kind: the optional ones that cannot be read are null. */
  ODD_NUMBERS(
      "A27608",
      """
      window_start trades basis_close disparity oi_close best_ask turnover
      10:05        1      401.13      -         32053    77900    1558000
      """,
      "from_volume") {
    @Override
    List<SampleRecord> records() {
      return List.of(
          at("100500", 77_900, 2, 2, 1_558_000)
              .with("price", "77900.00")
              .with("quantity", "+2")
              .with("market_basis", "+401.125")
              .with("disparity", "nan(ind)")
              .with("open_interest", "+32053.0")
              .with("execution_strength", "+58.23")
              .with("open_time", "0"));
    }
  };

  private final String contract;
  private final String bars;
  private final String gaps;

  LyingDay(String contract, String bars, String gaps) {
    this.contract = contract;
    this.bars = bars;
    this.gaps = gaps;
  }

  abstract List<SampleRecord> records();

  /** The short code of the contract that is lied about. */
  public String contract() {
    return contract;
  }

  /** Capture lines, one a record. */
  public List<String> lines() {
    return records().stream()
        .map(record -> SampleRecord.line(record.with("contract", contract)))
        .toList();
  }

  /** The lines of all days, in the order of their receive times. */
  public static List<String> allLines() {
    return Arrays.stream(values())
        .flatMap(day -> day.lines().stream())
        .sorted(Comparator.comparing(line -> line.substring(0, line.indexOf('\t'))))
        .toList();
  }

  /** Fails when the columns written by hand are not those of the contract's rows. */
  public void assertSame(
      List<Map<String, @Nullable String>> allBars, List<Map<String, @Nullable String>> allGaps) {
    assertSame(ResultTable.BARS, bars, allBars);
    assertSame(ResultTable.GAPS, gaps, allGaps);
  }

  private void assertSame(
      ResultTable table, String written, List<Map<String, @Nullable String>> all) {
    Stream<Map<String, @Nullable String>> own =
        all.stream().filter(row -> contract.equals(row.get("contract")));
    assertThat(HandWritten.only(written, own.toList()))
        .as("%s of %s", table, this)
        .containsExactlyInAnyOrderElementsOf(HandWritten.rows(table, written));
  }

  private static SampleRecord at(String time, long price, long quantity, long volume, long value) {
    return SampleRecord.trade(time, price, quantity, volume, value)
        .with("day_low", "77000")
        .with("day_high", "78200");
  }

  private static SampleRecord interest(SampleRecord record, String openInterest) {
    return record.with("open_interest", openInterest);
  }
}
