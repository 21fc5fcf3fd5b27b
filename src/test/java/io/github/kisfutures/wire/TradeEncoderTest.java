package io.github.kisfutures.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeEncoderTest {
  private final TradeDecoder decoder = new TradeDecoder();

  @Test
  void randomTradesSurviveTheWire() {
    long seed = 1_337_128_000;
    Random random = new Random(seed);
    RandomTrades source = new RandomTrades(random);
    for (int i = 0; i < 2_000; i++) {
      List<StockFuturesTrade> trades = source.frame(1 + random.nextInt(20), Frames.RECEIPT);

      String frame = TradeEncoder.encode(trades);
      DecodedFrame decoded = decoder.decode(frame, Frames.RECEIPT);

      String input = "seed " + seed + ", round " + i + ", frame " + frame;
      assertThat(decoded).as(input).isEqualTo(new DecodedFrame.Trades(trades, 0));
      assertThat(TradeEncoder.encode(((DecodedFrame.Trades) decoded).trades()))
          .as(input)
          .isEqualTo(frame);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MARKET_BASIS, -0.00, 0.00",
    "MARKET_BASIS, 12, 12.00",
    "MARKET_BASIS, -0.5, -0.50",
    "MARKET_BASIS, nan, ''",
    "CHANGE, -007, -7",
    "CHANGE, inf, ''",
    "OPEN_TIME, '', 000000",
    "OPEN_TIME, 084501, 084501"
  })
  void writesTheFormThatKisWrites(TradeField field, String read, String written) {
    StockFuturesTrade trade = one(Frames.with(field, read));

    assertThat(TradeEncoder.encode(List.of(trade))).isEqualTo(Frames.with(field, written));
  }

  @Test
  void padsTheCountToThreeDigits() {
    StockFuturesTrade trade = one(Frames.official());

    assertThat(TradeEncoder.encode(Collections.nCopies(20, trade))).startsWith("0|H0ZFCNT0|020|");
    assertThat(TradeEncoder.encode(Collections.nCopies(999, trade))).startsWith("0|H0ZFCNT0|999|");
  }

  @Test
  void refusesNoneAndTooMany() {
    StockFuturesTrade trade = one(Frames.official());

    assertThatThrownBy(() -> TradeEncoder.encode(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a frame holds 1 to 999 trades, not 0");
    assertThatThrownBy(() -> TradeEncoder.encode(Collections.nCopies(1000, trade)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a frame holds 1 to 999 trades, not 1000");
  }

  private StockFuturesTrade one(String frame) {
    DecodedFrame decoded = decoder.decode(frame, Frames.RECEIPT);
    assertThat(decoded).isInstanceOf(DecodedFrame.Trades.class);
    return ((DecodedFrame.Trades) decoded).trades().get(0);
  }
}
