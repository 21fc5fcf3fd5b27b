package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.TradeDecoder;
import io.github.kisfutures.wire.TradeEncoder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FramesITCase {
  private static final SimulatorSettings SETTINGS = SimulatorSettings.defaults();
  private static final SimulatedAccount SECOND = new SimulatedAccount("second", "secret");
  private static final LocalDate DATE = LocalDate.of(2026, 7, 10);

  private final VirtualTime time = new VirtualTime();

  @Test
  void whatASubscriberGetsIsExactlyWhatTheMarketMade() throws Exception {
    MarketSettings market = new MarketSettings(List.of("111V06", "A50607"), 100, 3);
    try (KisSimulator simulator = time.simulator(SETTINGS, FrameSource.market(market)).start()) {
      time.pass(Duration.ofSeconds(5));
      int missed = simulator.tradesMade().size();
      TestClient client = TestClient.connect(simulator);
      client.subscribed(TestClient.approval(simulator), "A50607");
      assertThat(client.heardNothing()).as("a snapshot").isTrue();

      time.pass(Duration.ofSeconds(20));

      List<SentFrame> sent = simulator.sentFrames();
      List<StockFuturesTrade> made = simulator.tradesMade();
      List<StockFuturesTrade> received = decode(client.frames(sent.size()));
      assertThat(missed).isGreaterThan(200);
      assertThat(records(received.stream()))
          .isEqualTo(
              records(made.stream().skip(missed).filter(t -> t.contract().equals("A50607"))));
      assertThat(sent)
          .allMatch(frame -> frame.connection() == 1)
          .anyMatch(frame -> frame.text().startsWith("0|H0ZFCNT0|001|"))
          .anyMatch(frame -> frame.text().startsWith("0|H0ZFCNT0|010|"));
    }
  }

  @Test
  void theMarketGoesOnWhileAClientIsAway() throws Exception {
    MarketSettings market = new MarketSettings(List.of("111V06"), 50, 3);
    try (KisSimulator simulator = time.simulator(SETTINGS, FrameSource.market(market)).start()) {
      TestClient first = TestClient.connect(simulator);
      first.subscribed(TestClient.approval(simulator), "111V06");
      time.pass(Duration.ofSeconds(5));
      StockFuturesTrade last = lastOf(first.frames(simulator.sentFrames().size()));

      simulator.dropConnections();
      assertThat(first.closeCode()).isEqualTo(1006);
      int sentBefore = simulator.sentFrames().size();
      time.pass(Duration.ofSeconds(5));
      assertThat(simulator.sentFrames()).hasSize(sentBefore);

      TestClient second = TestClient.connect(simulator);
      second.subscribed(TestClient.approval(simulator), "111V06");
      time.pass(Duration.ofSeconds(5));
      StockFuturesTrade next = decode(List.of(second.frame())).get(0);
      assertThat(next.cumulativeVolume() - next.quantity()).isGreaterThan(last.cumulativeVolume());
    }
  }

  @Test
  void aPausedMarketMakesNoTradesAndGoesOnWhereItStood() throws Exception {
    MarketSettings market = new MarketSettings(List.of("111V06"), 50, 3);
    try (KisSimulator simulator = time.simulator(SETTINGS, FrameSource.market(market)).start()) {
      time.pass(Duration.ofSeconds(2));
      int made = simulator.tradesMade().size();
      simulator.pause();
      time.pass(Duration.ofMinutes(30));
      assertThat(simulator.tradesMade()).hasSize(made);

      simulator.resume();
      time.pass(Duration.ofSeconds(2));

      List<StockFuturesTrade> trades = simulator.tradesMade();
      assertThat(trades.size() - made).isBetween(50, 200);
      assertThat(trades.get(made).eventTime())
          .isAfterOrEqualTo(VirtualTime.START.plus(Duration.ofMinutes(30)));
      TradeIdentities identities = new TradeIdentities("seed 3");
      trades.forEach(identities::check);
    }
  }

  @Test
  void aPushedFrameGoesToThoseWhoRegisteredOneOfItsContracts() throws Exception {
    SimulatorSettings two =
        SETTINGS.withAccounts(List.of(SimulatorSettings.DEFAULT_ACCOUNT, SECOND));
    List<StockFuturesTrade> trades =
        MarketModel.tradesOfDay(MarketSettings.ofDefaultContracts(20, 1), DATE).toList();
    StockFuturesTrade samsung = of("A11610", trades);
    StockFuturesTrade hynix = of("A50607", trades);
    try (KisSimulator simulator = time.simulator(two, FrameSource.none()).start()) {
      TestClient first = TestClient.connect(simulator);
      first.subscribed(TestClient.approval(simulator), "A11610");
      TestClient second = TestClient.connect(simulator);
      second.subscribed(TestClient.approval(simulator, SECOND), "A50607");
      TestClient silent = TestClient.connect(simulator);

      String both = TradeEncoder.encode(List.of(samsung, hynix));
      assertThat(simulator.pushFrame(both)).isEqualTo(2);
      assertThat(simulator.pushFrame(TradeEncoder.encode(List.of(hynix)))).isEqualTo(1);
      assertThat(simulator.pushFrame("0|H0ZFCNT0|rubbish")).isEqualTo(2);

      assertThat(first.frames(2)).containsExactly(both, "0|H0ZFCNT0|rubbish");
      assertThat(second.frames(3))
          .containsExactly(both, TradeEncoder.encode(List.of(hynix)), "0|H0ZFCNT0|rubbish");
      assertThat(silent.heardNothing()).isTrue();
      assertThat(simulator.sentFrames()).hasSize(5);
    }
  }

  @Test
  void withoutRetentionNothingIsKept() throws Exception {
    MarketSettings market = new MarketSettings(List.of("111V06"), 50, 3);
    try (KisSimulator simulator =
        time.simulator(SETTINGS.withRetention(false), FrameSource.market(market)).start()) {
      TestClient client = TestClient.connect(simulator);
      client.subscribed(TestClient.approval(simulator), "111V06");
      time.pass(Duration.ofSeconds(2));

      assertThat(FrameContracts.of(client.frame())).isEqualTo(Set.of("111V06"));
      assertThat(simulator.tradesMade()).isEmpty();
      assertThat(simulator.sentFrames()).isEmpty();
    }
  }

  private static StockFuturesTrade of(String contract, List<StockFuturesTrade> trades) {
    return trades.stream().filter(t -> t.contract().equals(contract)).findFirst().orElseThrow();
  }

  /** All 49 fields of each, as text. */
  private static List<String> records(Stream<StockFuturesTrade> trades) {
    return trades.map(trade -> TradeEncoder.encode(List.of(trade))).toList();
  }

  private static StockFuturesTrade lastOf(List<String> frames) {
    List<StockFuturesTrade> trades = decode(frames);
    return trades.get(trades.size() - 1);
  }

  private static List<StockFuturesTrade> decode(List<String> frames) {
    List<StockFuturesTrade> trades = new ArrayList<>();
    TradeDecoder decoder = new TradeDecoder();
    Receipt receipt = new Receipt(VirtualTime.START.toEpochMilli(), "test", 0, 0);
    for (String frame : frames) {
      assertThat(decoder.decode(frame, receipt))
          .as(frame)
          .isInstanceOfSatisfying(
              DecodedFrame.Trades.class, decoded -> trades.addAll(decoded.trades()));
    }
    return trades;
  }
}
