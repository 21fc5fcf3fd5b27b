package io.github.kisfutures.feed.faults;

import io.github.kisfutures.simulator.FaultEvent;
import io.github.kisfutures.simulator.FaultParameter;
import io.github.kisfutures.simulator.FaultWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A random fault script. Left out is only what ends a session or a contract for good, for then
 * nothing is left to be looked at.
 */
final class RandomFaults {
  private static final List<String> CODES =
      List.of(
          "OPSP0002",
          "OPSP0003",
          "OPSP0007",
          "OPSP0008",
          "OPSP0009",
          "OPSP0010",
          "OPSP0011",
          "OPSP9994",
          "OPSP8996",
          "OPSP1234");

  private final Random random;
  private final Duration length;
  private final List<FaultWord> words;
  private final List<String> contracts;

  RandomFaults(long seed, Duration length, List<String> contracts, FaultWord... without) {
    this.random = new Random(seed);
    this.length = length;
    this.contracts = contracts;
    this.words = new ArrayList<>(Arrays.asList(FaultWord.values()));
    words.removeAll(List.of(without));
    words.removeIf(FaultWord::lies); // their days are no honest days: nothing adds up as it was
  }

  String[] script(int faults) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < faults; i++) {
      FaultWord word = words.get(random.nextInt(words.size()));
      lines.add("- " + trigger(word));
      lines.add("  what: " + word.word());
      word.parameters().forEach(parameter -> lines.add(parameter(word, parameter)));
      if (word.strikesAt() != null && random.nextBoolean()) {
        lines.add("  count: " + (1 + random.nextInt(3)));
      } else if (word == FaultWord.REFUSE || word == FaultWord.WITHHOLD_PINGPONG) {
        lines.add("  for: " + (1 + random.nextInt(60)) + " s");
      }
      if (word.strikesAt() == FaultEvent.FRAME && random.nextInt(3) == 0) {
        lines.add("  contract: " + contracts.get(random.nextInt(contracts.size())));
      }
    }
    return lines.toArray(String[]::new);
  }

  /** Most by the clock, spread over the time; some by an event. */
  private String trigger(FaultWord word) {
    if (random.nextInt(4) > 0 || word == FaultWord.BURST) {
      return "at: " + random.nextInt((int) length.toMillis()) + " ms";
    }
    List<FaultEvent> events = Arrays.asList(FaultEvent.values());
    FaultEvent event = events.get(random.nextInt(events.size()));
    boolean possible = event.isOnConnection() || word.strikesAt() != null || word.concernsServer();
    FaultEvent used = possible ? event : FaultEvent.FRAME;
    int bound = used == FaultEvent.FRAME ? 5000 : 60;
    return "on: " + used.word() + " " + (1 + random.nextInt(bound));
  }

  private String parameter(FaultWord word, FaultParameter parameter) {
    String value =
        switch (parameter) {
          case CODE ->
              switch (word) {
                case ERROR -> CODES.get(random.nextInt(CODES.size()));
                case APPROVAL_ERROR -> "EGW00201";
                default -> "1001";
              };
          case LENGTH -> 1 + random.nextInt(word == FaultWord.BURST ? 2 : 40) + " s";
          case DELAY -> 1 + random.nextInt(30) + " s";
          case HOLD -> 1 + random.nextInt(60) + " s";
          case BY -> (random.nextBoolean() ? "-" : "") + (1 + random.nextInt(90)) + " s";
          case RATE -> Integer.toString(100 + random.nextInt(900));
          case AHEAD -> 1 + random.nextInt(600) + " min";
          case VOLUME -> Integer.toString(1 + random.nextInt(100_000));
          case PARTS, FIELDS -> Integer.toString(1 + random.nextInt(4));
        };
    return "  " + parameter.word() + ": " + value;
  }
}
