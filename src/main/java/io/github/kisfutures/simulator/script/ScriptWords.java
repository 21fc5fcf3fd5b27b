package io.github.kisfutures.simulator.script;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Help with words that are not known. */
final class ScriptWords {
  private ScriptWords() {}

  /** A sentence's end that names the nearest of the words. */
  static String didYouMean(String word, Collection<String> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String lower = word.toLowerCase(Locale.ROOT);
    String nearest =
        known.stream()
            .min(Comparator.comparingInt(candidate -> distance.apply(lower, candidate)))
            .orElseThrow();
    return "did you mean '" + nearest + "'?";
  }
}
