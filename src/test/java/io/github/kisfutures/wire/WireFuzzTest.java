package io.github.kisfutures.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.kisfutures.market.StockFuturesTrade;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * Random and mutated inputs for everything that reads what comes from outside: each is accepted or
 * rejected, none throws. {@code -Dfuzz.iterations=10000000} runs as many inputs per test, {@code
 * -Dfuzz.seed=N} another sequence.
 */
class WireFuzzTest {
  private static final int ITERATIONS = Integer.getInteger("fuzz.iterations", 50_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_260_710L);

  private final TradeDecoder decoder = new TradeDecoder();
  private final TestInfo test;

  WireFuzzTest(TestInfo test) {
    this.test = test;
  }

  @Test
  void tradeDecoderOnRandomText() {
    Tally tally = run(Mutations::randomText, List.of(""), this::decodes);

    assertThat(tally.rejected()).isEqualTo(ITERATIONS);
  }

  @Test
  void tradeDecoderOnMutatedFrames() {
    List<String> valid = new ArrayList<>(List.of(Frames.official()));
    RandomTrades trades = new RandomTrades(new Random(SEED));
    for (int records = 1; records <= 4; records++) {
      valid.add(TradeEncoder.encode(trades.frame(records, Frames.RECEIPT)));
    }

    Tally tally = run(Mutations::mutate, valid, this::decodes);

    assertThat(tally.accepted()).as("accepted mutations").isGreaterThan(ITERATIONS / 50);
    assertThat(tally.rejected()).as("rejected mutations").isGreaterThan(ITERATIONS / 50);
  }

  @Test
  void controlMessageParserOnRandomText() {
    Tally tally =
        run(
            (random, start) -> "{" + Mutations.randomText(random, start),
            List.of(""),
            WireFuzzTest::parses);

    assertThat(tally.rejected()).isEqualTo(ITERATIONS);
  }

  @Test
  void controlMessageParserOnMutatedMessages() {
    Tally tally =
        run(Mutations::mutate, Frames.lines("frames/control-messages.jsonl"), WireFuzzTest::parses);

    assertThat(tally.accepted()).as("accepted mutations").isGreaterThan(ITERATIONS / 50);
    assertThat(tally.rejected()).as("rejected mutations").isGreaterThan(ITERATIONS / 50);
  }

  @Test
  void captureLineOnRandomText() {
    Tally tally = run(Mutations::randomText, List.of(""), WireFuzzTest::reads);

    assertThat(tally.rejected()).isEqualTo(ITERATIONS);
  }

  @Test
  void captureLineOnMutatedLines() {
    Tally tally =
        run(
            Mutations::mutate,
            List.of(
                "2026-07-10T09:16:39.120+09:00\tx",
                "2026-12-31T00:16:39Z\t0|",
                "+12026-02-28T00:16:39.123456-11:30\t{}"),
            WireFuzzTest::reads);

    assertThat(tally.accepted()).as("accepted mutations").isGreaterThan(ITERATIONS / 50);
    assertThat(tally.rejected()).as("rejected mutations").isGreaterThan(ITERATIONS / 50);
  }

  private boolean decodes(String input) {
    DecodedFrame decoded = decoder.decode(input, Frames.RECEIPT);
    if (decoded instanceof DecodedFrame.Rejection rejection) {
      if (rejection.detail().isBlank()
          || rejection.position() < 0
          || rejection.position() > input.length()) {
        fail("a rejection that says nothing: " + rejection);
      }
      return false;
    }
    List<StockFuturesTrade> trades = ((DecodedFrame.Trades) decoded).trades();
    if (trades.isEmpty()) {
      fail("accepted without a trade");
    }
    String written = TradeEncoder.encode(trades);
    DecodedFrame again = decoder.decode(written, Frames.RECEIPT);
    if (!again.equals(new DecodedFrame.Trades(trades, 0))) {
      fail("what was accepted does not survive the wire: " + written);
    }
    return true;
  }

  private static boolean parses(String input) {
    ControlMessage message = ControlMessageParser.parse(input);
    if (message instanceof ControlMessage.Reply reply) {
      assertThat(reply.meaning()).isNotNull();
    }
    return !(message instanceof ControlMessage.Unreadable);
  }

  private static boolean reads(String input) {
    CaptureLine line;
    try {
      line = CaptureLine.parse(input);
    } catch (IllegalArgumentException e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        fail("a refusal that says nothing");
      }
      return false;
    }
    if (!CaptureLine.parse(line.text()).equals(line)) {
      fail("what was accepted does not survive: " + line.text());
    }
    return true;
  }

  private record Tally(int accepted, int rejected) {}

  /** Feeds inputs made from the starting texts; a failure names seed, round and input. */
  private Tally run(
      BiFunction<Random, String, String> make, List<String> starts, Predicate<String> accepts) {
    Random random = new Random(SEED);
    int accepted = 0;
    int rejected = 0;
    for (int round = 0; round < ITERATIONS; round++) {
      String input = make.apply(random, starts.get(random.nextInt(starts.size())));
      try {
        if (accepts.test(input)) {
          accepted++;
        } else {
          rejected++;
        }
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        byte[] utf8 = input.getBytes(StandardCharsets.UTF_8);
        throw new AssertionError(
            "seed " + SEED + ", round " + round + ", " + utf8.length + " bytes: " + input, e);
      }
    }
    assertThat(accepted + rejected).isEqualTo(ITERATIONS);
    if (System.getProperty("fuzz.iterations") != null) { // run by hand: the numbers are the result
      System.out.println(
          test.getDisplayName() + ": " + accepted + " accepted, " + rejected + " rejected");
    }
    return new Tally(accepted, rejected);
  }
}
