package io.github.kisfutures.simulator.script;

import io.github.kisfutures.simulator.FaultEvent;
import io.github.kisfutures.simulator.FaultParameter;
import io.github.kisfutures.simulator.FaultWord;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** README's tables of fault scripts. */
public final class FaultTables {
  private FaultTables() {}

  /** A row for each fault. */
  public static List<String> faults() {
    return Arrays.stream(FaultWord.values()).map(FaultTables::row).toList();
  }

  private static String row(FaultWord word) {
    FaultEvent strikesAt = word.strikesAt();
    return "| `%s` | %s | %s | %s |"
        .formatted(
            word.word(),
            strikesAt == null ? "at once" : "`" + strikesAt.word() + "`",
            word.parameters().stream()
                .map(FaultParameter::word)
                .collect(Collectors.joining("`, `", "`", "`"))
                .replace("``", ""),
            word.meaning());
  }

  /** A row for each event. */
  public static List<String> events() {
    return Arrays.stream(FaultEvent.values())
        .map(event -> "| `%s` | %s |".formatted(event.word(), event.meaning()))
        .toList();
  }

  /** Prints them. */
  public static void main(String[] arguments) {
    faults().forEach(System.out::println);
    events().forEach(System.out::println);
  }
}
