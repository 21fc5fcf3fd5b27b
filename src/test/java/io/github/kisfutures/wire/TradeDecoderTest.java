package io.github.kisfutures.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes up a frame that is accepted; rejections are in {@link RejectionTest}. */
class TradeDecoderTest {
  private final TradeDecoder decoder = new TradeDecoder();

  @Test
  void everyRecordOfAFrameIsATradeInItsOrder() {
    String frame =
        Frames.frame(
            Frames.record(TradeField.CONTRACT, "A11610"),
            Frames.record(TradeField.CONTRACT, "A50607"),
            Frames.record(TradeField.CONTRACT, "A11610"));

    List<StockFuturesTrade> trades = trades(frame).trades();

    assertThat(trades)
        .extracting(StockFuturesTrade::contract)
        .containsExactly("A11610", "A50607", "A11610");
    assertThat(trades).extracting(StockFuturesTrade::recordIndex).containsExactly(0, 1, 2);
    assertThat(trades).extracting(StockFuturesTrade::receipt).containsOnly(Frames.RECEIPT);
  }

  @Test
  void aWiderRecordIsReadAndItsSurplusCounted() {
    String wider = String.join("^", Frames.officialFields()) + "^new^^x|y";

    DecodedFrame.Trades decoded = trades(Frames.frame(wider, wider));

    assertThat(decoded.surplusFields()).isEqualTo(6);
    assertThat(decoded.trades()).containsExactly(official(0), official(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "é", "가", "😀", "\ud83d"})
  void whatStandsInTheSurplusDoesNotMatter(String surplus) {
    String wider = String.join("^", Frames.officialFields()) + "^" + surplus;

    assertThat(trades(Frames.frame(wider)).surplusFields()).isEqualTo(1);
    assertThat(trades(Frames.frame(wider, wider)).trades())
        .containsExactly(official(0), official(1));
  }

  @Test
  void aQuestionMarkIsACode() {
    assertThat(one(Frames.with(TradeField.CHANGE_SIGN, "?")).changeSign()).isEqualTo("?");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 20})
  void oneTrailingSeparatorIsDropped(int records) {
    String record = String.join("^", Frames.officialFields());
    String[] all = new String[records];
    java.util.Arrays.fill(all, record);

    DecodedFrame.Trades decoded = trades(Frames.frame(all) + "^");

    assertThat(decoded.trades()).hasSize(records);
    assertThat(decoded.surplusFields()).isZero();
  }

  @Test
  void behindASingleRecordATrailingSeparatorIsASurplusField() {
    // width = tokens / count divides, so the rule for a trailing separator is never reached
    DecodedFrame.Trades decoded = trades(Frames.official() + "^");

    assertThat(decoded.trades()).containsExactly(official(0));
    assertThat(decoded.surplusFields()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "01", "001", "000001"})
  void theCountIsAnIntegerWhateverItsPadding(String count) {
    assertThat(trades(Frames.official().replace("|001|", "|" + count + "|")).trades()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nan",
        "-nan",
        "+nan",
        "nan(ind)",
        "-nan(ind)",
        "inf",
        "-inf",
        "NaN",
        "-NaN",
        "Inf",
        "-INF"
      })
  void blankAndNotANumberAreNull(String text) {
    for (TradeField field : TradeField.values()) {
      boolean number =
          field.kind() == TradeField.Kind.LONG || field.kind() == TradeField.Kind.DECIMAL;
      if (number && !field.mandatory()) {
        DecodedFrame.Trades decoded = trades(Frames.with(field, text));
        assertThat(decoded.trades().get(0).value(field)).as(field.name()).isNull();
        assertThat(decoded.unreadable()).as(field.name()).isEmpty();
      }
    }
  }

  @Test
  void blankCodesAndTimesAreNull() {
    assertThat(one(Frames.with(TradeField.CHANGE_SIGN, "")).changeSign()).isNull();
    assertThat(one(Frames.with(TradeField.OPEN_TIME, "")).openTime()).isNull();
    assertThat(one(Frames.with(TradeField.OPEN_TIME, "084500")).openTime())
        .isEqualTo(java.time.LocalTime.of(8, 45));
  }

  @Test
  void aFrameOfNothingButTheMandatoryFieldsIsATrade() {
    String[] fields = Frames.officialFields();
    for (TradeField field : TradeField.values()) {
      if (!field.mandatory()) {
        fields[field.position()] = "";
      }
    }

    StockFuturesTrade trade = one(Frames.frame(String.join("^", fields)));

    assertThat(trade.price()).isEqualTo(77_900);
    assertThat(trade.marketBasis()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "007, 7",
    "-1, -1",
    "999999999999999999, 999999999999999999",
    "1000000000000000000, 1000000000000000000",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775806, -9223372036854775806",
    "0000000000000000000000000000001, 1",
    "+77900, 77900",
    "77900.00, 77900",
    "-5.0, -5",
    "+7.000000000000000000000000, 7"
  })
  void integersUpToALong(String text, long value) {
    assertThat(one(Frames.with(TradeField.CHANGE, text)).change()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0.00, 0",
    "-0.00, 0",
    "-0.01, -1",
    "0.1, 10",
    "12, 1200",
    "-12, -1200",
    "12.30, 1230",
    "12.34000, 1234",
    "+58.23, 5823",
    "12.344, 1234",
    "12.345, 1235",
    "12.3449999999999999999999, 1234",
    "-0.005, -1",
    "-0.0049, 0",
    "0.995, 100",
    "9999999999999999.99, 999999999999999999",
    "-9999999999999999.994, -999999999999999999"
  })
  void decimalsInHundredthsOf18Digits(String text, long hundredths) {
    StockFuturesTrade trade = one(Frames.with(TradeField.MARKET_BASIS, text));

    assertThat(trade.raw(TradeField.MARKET_BASIS)).isEqualTo(hundredths);
    assertThat(trade.marketBasis().scale()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-11T00:00:01Z, 090001, 2026-07-11T00:00:01Z",
    "2026-07-10T15:00:00.300Z, 235959, 2026-07-10T14:59:59Z",
    "2026-07-10T14:59:59.900Z, 000000, 2026-07-10T15:00:00Z"
  })
  void eventTimeIsTheTradesTimeOnTheDateNearestToReceipt(
      Instant received, String traded, Instant eventTime) {
    Receipt receipt = new Receipt(received.toEpochMilli(), "session-1", 0, 0);

    DecodedFrame decoded = decoder.decode(Frames.with(TradeField.TRADE_TIME, traded), receipt);

    assertThat(decoded)
        .isInstanceOfSatisfying(
            DecodedFrame.Trades.class,
            trades -> assertThat(trades.trades().get(0).eventTime()).isEqualTo(eventTime));
  }

  @Test
  void aProjectionEqualsTheFullDecodeOnTheAskedFields() {
    long seed = 77_900;
    Random random = new Random(seed);
    RandomTrades source = new RandomTrades(random);
    for (int i = 0; i < 500; i++) {
      Set<TradeField> asked = EnumSet.noneOf(TradeField.class);
      for (TradeField field : TradeField.values()) {
        if (random.nextBoolean()) {
          asked.add(field);
        }
      }
      List<StockFuturesTrade> trades = source.frame(1 + random.nextInt(3), Frames.RECEIPT);
      DecodedFrame projected =
          new TradeDecoder(asked).decode(TradeEncoder.encode(trades), Frames.RECEIPT);

      String input = "seed " + seed + ", round " + i + ", asked " + asked;
      assertThat(projected).as(input).isInstanceOf(DecodedFrame.Trades.class);
      List<StockFuturesTrade> found = ((DecodedFrame.Trades) projected).trades();
      assertThat(found).as(input).hasSameSizeAs(trades);
      for (int record = 0; record < found.size(); record++) {
        for (TradeField field : TradeField.values()) {
          boolean wanted = asked.contains(field) || field.mandatory();
          assertThat(found.get(record).value(field))
              .as("%s, record %d, %s", input, record, field)
              .isEqualTo(wanted ? trades.get(record).value(field) : null);
        }
        assertThat(found.get(record).eventTimeMillis())
            .as(input)
            .isEqualTo(trades.get(record).eventTimeMillis());
      }
    }
  }

  @Test
  void aProjectionDoesNotLookAtOtherFields() {
    String frame = Frames.with(TradeField.DISPARITY, "broken");
    TradeDecoder prices = new TradeDecoder(Set.of(TradeField.PRICE));

    assertThat(((DecodedFrame.Trades) prices.decode(frame, Frames.RECEIPT)).unreadable()).isEmpty();
    assertThat(trades(frame).unreadable()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(TradeField.class)
  void whichFramesAreRejectedDoesNotDependOnTheFieldsAskedFor(TradeField field) {
    String frame = Frames.with(field, "broken!!!");
    for (Set<TradeField> asked : List.of(Set.<TradeField>of(), Set.of(field))) {
      assertThat(new TradeDecoder(asked).decode(frame, Frames.RECEIPT))
          .as("asked for %s", asked)
          .isInstanceOf(
              field.mandatory() ? DecodedFrame.Rejection.class : DecodedFrame.Trades.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHANGE | -",
        "CHANGE | 77900.50",
        "CHANGE | 5-",
        "CHANGE | 1e5",
        "CHANGE | 0x10",
        "CHANGE | '5 '",
        "CHANGE | 1,000",
        "CHANGE | ５",
        "CHANGE | 9223372036854775808",
        "CHANGE | nanx",
        "CHANGE | nan(ind",
        "CHANGE | null",
        "MARKET_BASIS | .5",
        "MARKET_BASIS | 5.",
        "MARKET_BASIS | 1.2.3",
        "MARKET_BASIS | 12.3-",
        "MARKET_BASIS | 12.34x",
        "MARKET_BASIS | --5",
        "MARKET_BASIS | 10000000000000000",
        "MARKET_BASIS | -9999999999999999.995",
        "OPEN_TIME | 0",
        "OPEN_TIME | 250000",
        "HIGH_TIME | 096000",
        "CHANGE_SIGN | 123456789",
        "DYNAMIC_LIMIT_CODE | é",
      })
  void anOptionalFieldThatCannotBeReadIsNullAndTold(TradeField field, String text) {
    String frame = Frames.with(field, text);

    DecodedFrame.Trades decoded = trades(frame);

    assertThat(decoded.trades().get(0).value(field)).isNull();
    assertThat(decoded.trades().get(0).price()).isEqualTo(77_900);
    assertThat(decoded.unreadable()).extracting(UnreadableField::field).containsExactly(field);
    assertThat(decoded.unreadable().get(0).describe(frame))
        .isEqualTo(
            "%s (field %d of record 0) is '%s'".formatted(field.kisName(), field.position(), text));
    assertThat(trades(Frames.official()).unreadable()).as("the next frame").isEmpty();
  }

  @Test
  void everyUnreadableFieldOfAFrameIsTold() {
    String odd = Frames.record(TradeField.DISPARITY, "x");

    assertThat(trades(Frames.frame(odd, Frames.record(TradeField.CHANGE, "y"), odd)).unreadable())
        .extracting(UnreadableField::field, UnreadableField::record)
        .containsExactly(
            tuple(TradeField.DISPARITY, 0),
            tuple(TradeField.CHANGE, 1),
            tuple(TradeField.DISPARITY, 2));
  }

  @Test
  void aDecoderIsNotUpsetByARejectedFrame() {
    decoder.decode(Frames.with(TradeField.PRICE, "x"), Frames.RECEIPT);

    assertThat(trades(Frames.official()).trades()).containsExactly(official(0));
  }

  @Test
  void moreContractsThanAreRememberedAreDecodedAlike() {
    RandomTrades source = new RandomTrades(new Random(4096));
    for (int i = 0; i < 2 * ContractNames.MAX_NAMES; i++) {
      String contract = source.contract();
      assertThat(one(Frames.with(TradeField.CONTRACT, contract)).contract()).isEqualTo(contract);
    }
  }

  @Test
  void aContractsNameIsMadeOnce() {
    assertThat(one(Frames.official()).contract()).isSameAs(one(Frames.official()).contract());
  }

  private StockFuturesTrade official(int recordIndex) {
    StockFuturesTrade trade = one(Frames.official());
    long[] values = new long[TradeField.count()];
    for (TradeField field : TradeField.values()) {
      values[field.position()] = trade.raw(field);
    }
    return new StockFuturesTrade(
        trade.contract(), values, trade.eventTimeMillis(), trade.receipt(), recordIndex);
  }

  private StockFuturesTrade one(String frame) {
    List<StockFuturesTrade> trades = trades(frame).trades();
    assertThat(trades).hasSize(1);
    return trades.get(0);
  }

  private DecodedFrame.Trades trades(String frame) {
    DecodedFrame decoded = decoder.decode(frame, Frames.RECEIPT);
    assertThat(decoded).isInstanceOf(DecodedFrame.Trades.class);
    return (DecodedFrame.Trades) decoded;
  }
}
