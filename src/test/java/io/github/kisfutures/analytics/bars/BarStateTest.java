package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.market.TradeFixture.day;
import static io.github.kisfutures.market.TradeFixture.millis;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.serialization.StoredState;
import io.github.kisfutures.source.TradeSerializer;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every version of the windows' state can be read by every later one. */
class BarStateTest {
  private static final List<StockFuturesTrade> TRADES = day(new Random(11), 20);

  private static BarAccumulator window() {
    BarAccumulator window = new BarAccumulator();
    TRADES.forEach(window::add);
    return window;
  }

  @Test
  void readsWindows() throws IOException {
    StoredState.assertReads(
        "bar-accumulator-2",
        new BarAccumulatorSerializer(2),
        new BarAccumulatorSerializer(),
        window());
  }

  @Test
  void readsCarries() throws IOException {
    Carry carry = Carry.of(window(), 20_644, null);
    StoredState.assertReads("carry-2", new CarrySerializer(2), new CarrySerializer(), carry);
  }

  @Test
  void readsLateTrades() throws IOException {
    LateTrade late = new LateTrade(TRADES.get(3), millis("09:01:00"));
    StoredState.assertReads(
        "late-trade-1",
        new LateTradeSerializer(new TradeSerializer(1)),
        new LateTradeSerializer(new TradeSerializer()),
        late);
  }
}
