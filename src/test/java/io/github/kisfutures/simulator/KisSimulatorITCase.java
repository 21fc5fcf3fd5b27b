package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KisSimulatorITCase {
  private static final SimulatorSettings SETTINGS = SimulatorSettings.defaults();

  @Test
  void aMarketTradesInRealTime() throws Exception {
    try (KisSimulator simulator =
        KisSimulator.withMarket(SETTINGS, MarketSettings.ofDefaultContracts(200, 1)).start()) {
      TestClient client = TestClient.connect(simulator);
      client.subscribed(TestClient.approval(simulator), "A11610");

      List<String> frames = client.frames(20);

      assertThat(frames).allMatch(frame -> FrameContracts.of(frame).equals(Set.of("A11610")));
      assertThat(simulator.sentFrames())
          .extracting(SentFrame::text)
          .startsWith(frames.toArray(String[]::new));
      List<StockFuturesTrade> made = simulator.tradesMade();
      assertThat(made).extracting(StockFuturesTrade::contract).contains("A50607", "111V06");
      StockFuturesTrade last = made.get(made.size() - 1);
      assertThat(Math.abs(last.eventTimeMillis() - Instant.now().toEpochMilli())).isLessThan(5_000);
      assertThat(last.tradeTime().toSecondOfDay())
          .isEqualTo(KoreaTime.secondOfDay(last.eventTimeMillis()));
    }
  }
}
