package io.github.kisfutures.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContractFramesTest {
  private static final Receipt RECEIPT = new Receipt(1_783_642_560_000L, "session-1", 1, 7);
  private static final List<String> CONTRACTS = List.of("111V06", "A11610", "A50607");

  private final ContractFrames frames = new ContractFrames();

  @Test
  void aFrameOfOneContractStaysAsItIs() {
    ReceivedFrame frame = received(record("111V06", 0) + "^" + record("111V06", 0), 2);

    assertThat(frames.of(frame)).containsExactly(new ContractFrames.Part("111V06", frame));
  }

  @Test
  void aMixedFrameIsOneFrameAContract() {
    String first = record("111V06", 0);
    String second = record("A11610", 0);
    String third = record("111V06", 0);

    List<ContractFrames.Part> parts =
        frames.of(received(String.join("^", first, second, third), 3));

    assertThat(parts)
        .containsExactly(
            new ContractFrames.Part("111V06", received(first + "^" + third, 2)),
            new ContractFrames.Part("A11610", received(second, 1)));
  }

  @Test
  void whatCannotBeDecodedStaysWhole() {
    for (ReceivedFrame frame :
        List.of(
            new ReceivedFrame("garbage", RECEIPT),
            new ReceivedFrame("", RECEIPT),
            received(record("111V06", 0), 2),
            // one bad record: no part of the frame may be used
            received(record("111V06", 0) + "^" + record("??", 0), 2))) {
      assertThat(frames.of(frame)).containsExactly(new ContractFrames.Part(null, frame));
    }
  }

  @Test
  void thePartsHaveTheSameTradesInTheirOrder() {
    long seed = 20260710;
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      int surplus = random.nextInt(3);
      List<String> records = new ArrayList<>();
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        records.add(record(CONTRACTS.get(random.nextInt(CONTRACTS.size())), surplus));
      }
      String payload = String.join("^", records);
      boolean trailing = surplus == 0 && records.size() > 1 && random.nextBoolean();
      ReceivedFrame frame = received(trailing ? payload + "^" : payload, records.size());

      Map<String, List<List<Object>>> parted = new LinkedHashMap<>();
      for (ContractFrames.Part part : frames.of(frame)) {
        assertThat(part.frame().receipt()).isEqualTo(RECEIPT);
        parted.putAll(byContract(part.frame()));
      }
      assertThat(parted)
          .as("seed %d, round %d, %s", seed, round, frame)
          .isEqualTo(byContract(frame));
    }
  }

  private static Map<String, List<List<Object>>> byContract(ReceivedFrame frame) {
    Map<String, List<List<Object>>> trades = new LinkedHashMap<>();
    var decoded = (DecodedFrame.Trades) new TradeDecoder().decode(frame);
    for (StockFuturesTrade trade : decoded.trades()) {
      trades
          .computeIfAbsent(trade.contract(), c -> new ArrayList<>())
          .add(Arrays.asList(trade.cumulativeVolume(), trade.price(), trade.eventTimeMillis()));
    }
    return trades;
  }

  private int made;

  /** A record of its own cumulative volume, with some fields more than the known ones. */
  private String record(String contract, int surplus) {
    String[] fields = Frames.officialFields();
    fields[0] = contract;
    fields[10] = String.valueOf(1724 + made++);
    return String.join("^", fields) + "^x".repeat(surplus);
  }

  private static ReceivedFrame received(String payload, int count) {
    return new ReceivedFrame("0|H0ZFCNT0|%03d|%s".formatted(count, payload), RECEIPT);
  }
}
