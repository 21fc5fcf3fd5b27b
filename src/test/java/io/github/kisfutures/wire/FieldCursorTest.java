package io.github.kisfutures.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast reading of a field must be what {@link FieldReader} says, whatever the field. */
class FieldCursorTest {
  private static final long SEED = 49;
  private static final String CHARACTERS =
      "00112233445566778899--++..^nanif()A?\u00e9\uac00\u015e ";
  private static final String[] FIELDS = {
    "^",
    "+12.34^",
    "77900.00^",
    "12.345^",
    "12.34^",
    "-7.50^",
    "091639^",
    "A11610^",
    "99999999999999999999^"
  };

  @Test
  void readsEveryFieldAsItsDefinitionSays() {
    Random random = new Random(SEED);
    FieldCursor cursor = new FieldCursor();
    int compared = 0;
    for (int round = 0; round < 200_000; round++) {
      String text = randomText(random);
      cursor.begin(text, 0, text.length());
      int start = 0;
      for (TradeField.Kind kind : TradeField.Kind.values()) {
        assertThat(cursor.hasNext()).as("'%s'", text).isEqualTo(start <= text.length());
        if (start > text.length()) {
          break;
        }
        int end = text.indexOf('^', start) < 0 ? text.length() : text.indexOf('^', start);
        assertThat(cursor.next(kind))
            .as("seed %d, '%s', %s from %d to %d", SEED, text, kind, start, end)
            .isEqualTo(defined(kind, text, start, end));
        assertThat(cursor.fieldEnd()).as("end in '%s'", text).isEqualTo(end);
        start = end + 1;
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(500_000);
  }

  private static long defined(TradeField.Kind kind, String text, int start, int end) {
    return switch (kind) {
      case CONTRACT -> FieldReader.contract(text, start, end);
      case TRADE_TIME -> FieldReader.time(text, start, end);
      case TIME -> {
        long time = FieldReader.time(text, start, end);
        yield time == 0 ? StockFuturesTrade.NULL : time;
      }
      case LONG -> FieldReader.integer(text, start, end);
      case DECIMAL -> FieldReader.decimal(text, start, end);
      case CODE -> FieldReader.code(text, start, end);
    };
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      if (random.nextInt(12) == 0) {
        text.append(FIELDS[random.nextInt(FIELDS.length)]);
      } else {
        text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
    }
    return text.toString();
  }
}
