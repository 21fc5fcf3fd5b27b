package io.github.kisfutures.wire;

import static io.github.kisfutures.wire.RejectionReason.BAD_CONTRACT;
import static io.github.kisfutures.wire.RejectionReason.BAD_COUNT;
import static io.github.kisfutures.wire.RejectionReason.BAD_NUMBER;
import static io.github.kisfutures.wire.RejectionReason.BAD_TIME;
import static io.github.kisfutures.wire.RejectionReason.COUNT_MISMATCH;
import static io.github.kisfutures.wire.RejectionReason.ENCRYPTED;
import static io.github.kisfutures.wire.RejectionReason.MALFORMED;
import static io.github.kisfutures.wire.RejectionReason.MISSING_FIELD;
import static io.github.kisfutures.wire.RejectionReason.TOO_NARROW;
import static io.github.kisfutures.wire.RejectionReason.UNKNOWN_TR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.TradeField;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason for which a frame is rejected, with its sentence and position. */
class RejectionTest {
  private static final String RECORD = String.join("^", Frames.officialFields());
  private static final int PAYLOAD = 15;

  static Stream<Arguments> headers() {
    return Stream.of(
        Arguments.of("", MALFORMED, "the frame does not begin with 0| or 1|", 0),
        Arguments.of("0", MALFORMED, "the frame does not begin with 0| or 1|", 0),
        Arguments.of("hello", MALFORMED, "the frame does not begin with 0| or 1|", 0),
        Arguments.of("2|H0ZFCNT0|001|", MALFORMED, "the frame does not begin with 0| or 1|", 0),
        Arguments.of("0H0ZFCNT0|001|", MALFORMED, "the frame does not begin with 0| or 1|", 0),
        Arguments.of(" 0|H0ZFCNT0|", MALFORMED, "the frame does not begin with 0| or 1|", 0),
        Arguments.of("{\"header\":1}", MALFORMED, "the frame does not begin with 0| or 1|", 0),
        Arguments.of("0|", MALFORMED, "the frame ends within its TR id", 2),
        Arguments.of("0|H0ZFCNT0", MALFORMED, "the frame ends within its TR id", 10),
        Arguments.of("0|H0ZFCNT0|", MALFORMED, "the frame ends within its record count", 11),
        Arguments.of("0|H0ZFCNT0|001", MALFORMED, "the frame ends within its record count", 14),
        Arguments.of("0|H0STCNT0|003|x", UNKNOWN_TR, "the TR is 'H0STCNT0', not H0ZFCNT0", 2),
        Arguments.of("0|H0ZFCNT|001|x", UNKNOWN_TR, "the TR is 'H0ZFCNT', not H0ZFCNT0", 2),
        Arguments.of("0|H0ZFCNT00|001|x", UNKNOWN_TR, "the TR is 'H0ZFCNT00', not H0ZFCNT0", 2),
        Arguments.of("0||001|x", UNKNOWN_TR, "the TR is '', not H0ZFCNT0", 2),
        Arguments.of("1|H0CFCNI0|001|abc=", UNKNOWN_TR, "the TR is 'H0CFCNI0', not H0ZFCNT0", 2),
        Arguments.of("1|H0ZFCNT0|001|abc=", ENCRYPTED, "the frame is flagged as encrypted", 0),
        count(""),
        count("0"),
        count("000"),
        count("-01"),
        count("+01"),
        count("1.0"),
        count(" 1"),
        count("0x1"),
        count("0000001"),
        count("１"));
  }

  private static Arguments count(String text) {
    return Arguments.of(
        "0|H0ZFCNT0|" + text + "|" + RECORD, BAD_COUNT, "the record count is '" + text + "'", 11);
  }

  static Stream<Arguments> widths() {
    String narrow = RECORD.substring(0, RECORD.lastIndexOf('^'));
    return Stream.of(
        Arguments.of(
            "0|H0ZFCNT0|002|" + RECORD,
            COUNT_MISMATCH,
            "49 fields cannot be divided among the 2 records announced",
            PAYLOAD),
        Arguments.of(
            Frames.frame(RECORD, RECORD, RECORD) + "^^",
            COUNT_MISMATCH,
            "148 fields cannot be divided among the 3 records announced",
            PAYLOAD),
        Arguments.of(
            "0|H0ZFCNT0|002|",
            COUNT_MISMATCH,
            "1 fields cannot be divided among the 2 records announced",
            PAYLOAD),
        Arguments.of(
            Frames.frame(RECORD, narrow),
            COUNT_MISMATCH,
            "97 fields cannot be divided among the 2 records announced",
            PAYLOAD),
        Arguments.of(
            "0|H0ZFCNT0|001|",
            TOO_NARROW,
            "a record has 1 fields where at least 49 are expected",
            PAYLOAD),
        Arguments.of(
            Frames.frame(narrow),
            TOO_NARROW,
            "a record has 48 fields where at least 49 are expected",
            PAYLOAD),
        Arguments.of(
            Frames.frame(narrow, narrow) + "^",
            TOO_NARROW,
            "a record has 48 fields where at least 49 are expected",
            PAYLOAD));
  }

  @ParameterizedTest
  @MethodSource({"headers", "widths"})
  void aFrameThatIsNotOneIsRejectedWithReasonSentenceAndPosition(
      String frame, RejectionReason reason, String detail, int position) {
    assertThat(decode(frame)).isEqualTo(new DecodedFrame.Rejection(reason, detail, position));
  }

  @Test
  void anotherTrOfRealTrafficIsRejectedWhole() {
    String frame = Frames.lines("frames/h0stcnt0-multirecord.txt").get(0);

    assertThat(decode(frame))
        .isEqualTo(new DecodedFrame.Rejection(UNKNOWN_TR, "the TR is 'H0STCNT0', not H0ZFCNT0", 2));
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        Arguments.of(TradeField.CONTRACT, "", MISSING_FIELD),
        Arguments.of(TradeField.CONTRACT, "111V0", BAD_CONTRACT),
        Arguments.of(TradeField.CONTRACT, "111V061234", BAD_CONTRACT),
        Arguments.of(TradeField.CONTRACT, "111v06", BAD_CONTRACT),
        Arguments.of(TradeField.CONTRACT, "111V０6", BAD_CONTRACT),
        Arguments.of(TradeField.TRADE_TIME, "", MISSING_FIELD),
        Arguments.of(TradeField.TRADE_TIME, "240000", BAD_TIME),
        Arguments.of(TradeField.TRADE_TIME, "096000", BAD_TIME),
        Arguments.of(TradeField.TRADE_TIME, "090060", BAD_TIME),
        Arguments.of(TradeField.TRADE_TIME, "91639", BAD_TIME),
        Arguments.of(TradeField.TRADE_TIME, "0916390", BAD_TIME),
        Arguments.of(TradeField.TRADE_TIME, "09:639", BAD_TIME),
        Arguments.of(TradeField.TRADE_TIME, "-91639", BAD_TIME),
        Arguments.of(TradeField.TRADE_TIME, "nan", BAD_TIME),
        Arguments.of(TradeField.TRADE_TIME, "０９1639", BAD_TIME),
        Arguments.of(TradeField.PRICE, "", MISSING_FIELD),
        Arguments.of(TradeField.PRICE, "nan", MISSING_FIELD),
        Arguments.of(TradeField.PRICE, "-inf", MISSING_FIELD),
        Arguments.of(TradeField.QUANTITY, "", MISSING_FIELD),
        Arguments.of(TradeField.CUMULATIVE_VOLUME, "-nan", MISSING_FIELD),
        Arguments.of(TradeField.CUMULATIVE_VALUE, "inf", MISSING_FIELD),
        Arguments.of(TradeField.CUMULATIVE_VALUE, "nan(ind)", MISSING_FIELD),
        Arguments.of(TradeField.PRICE, "77900.50", BAD_NUMBER),
        Arguments.of(TradeField.QUANTITY, "five", BAD_NUMBER),
        Arguments.of(TradeField.QUANTITY, "1e5", BAD_NUMBER),
        Arguments.of(TradeField.CUMULATIVE_VOLUME, "9223372036854775808", BAD_NUMBER));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aFieldThatCannotBeReadIsNamedWithItsRecordAndText(
      TradeField field, String text, RejectionReason reason) {
    String frame = Frames.with(field, text);
    String found = text.isEmpty() ? "blank" : "'" + text + "'";
    String detail = field.kisName() + " (field " + field.position() + " of record 0) is " + found;

    assertThat(decode(frame))
        .isEqualTo(new DecodedFrame.Rejection(reason, detail, Frames.positionOf(frame, field)));
  }

  @ParameterizedTest
  @EnumSource(TradeField.class)
  void aCharacterOfTwoCharsIsFoundWhereItStands(TradeField field) {
    String frame = Frames.with(field, "\ud83d\ude00");

    if (field.mandatory()) {
      assertThat(((DecodedFrame.Rejection) decode(frame)).position())
          .isEqualTo(Frames.positionOf(frame, field));
    } else {
      UnreadableField found = ((DecodedFrame.Trades) decode(frame)).unreadable().get(0);
      assertThat(found.start()).isEqualTo(Frames.positionOf(frame, field));
      assertThat(found.describe(frame)).startsWith(field.kisName());
    }
  }

  @Test
  void oneBadRecordRejectsTheWholeFrame() {
    String bad = Frames.record(TradeField.PRICE, "broken");
    String frame = Frames.frame(RECORD, RECORD, bad);

    assertThat(decode(frame))
        .isEqualTo(
            new DecodedFrame.Rejection(
                BAD_NUMBER,
                "STCK_PRPR (field 2 of record 2) is 'broken'",
                frame.indexOf("broken")));
  }

  @Test
  void anExcerptIsShortAndPrintable() {
    DecodedFrame decoded = decode(Frames.with(TradeField.PRICE, "\t\n\u007f" + "x".repeat(100)));

    assertThat(((DecodedFrame.Rejection) decoded).detail())
        .endsWith("is '\\u0009\\u000a\\u007f" + "x".repeat(37) + "...'");
  }

  @Test
  void anExcerptShowsNoKey() {
    String key = "062f61cb-c756-4b8f-9fab-92113c6fbea4";

    for (String text : Set.of(key, "x".repeat(30) + key)) {
      DecodedFrame decoded = decode(Frames.with(TradeField.PRICE, text));

      assertThat(decoded).isInstanceOf(DecodedFrame.Rejection.class);
      assertThat(decoded.toString()).contains("[redacted").doesNotContain("062f61cb");
    }
  }

  private static DecodedFrame decode(String frame) {
    return new TradeDecoder().decode(frame, Frames.RECEIPT);
  }
}
