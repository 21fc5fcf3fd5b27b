package io.github.kisfutures.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Help with words that are not known: the known one that takes the fewest edits. */
public final class NearestWord {
  private NearestWord() {}

  /**
   * The nearest of the known words, whatever their case; the first of several.
   *
   * @throws java.util.NoSuchElementException if none is known
   */
  public static String of(String word, Collection<String> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String lower = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(Comparator.comparingInt(one -> distance.apply(lower, one.toLowerCase(Locale.ROOT))))
        .orElseThrow();
  }

  /** A sentence's end that names the nearest of the known words. */
  public static String didYouMean(String word, Collection<String> known) {
    return "did you mean '" + of(word, known) + "'?";
  }
}
