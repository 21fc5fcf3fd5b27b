package io.github.kisfutures.wire;

/**
 * Remembers the contract codes seen, so that a record's contract costs no new String: a small
 * open-addressing map from a code's number ({@link FieldReader#contract}) to its text. Bounded:
 * beyond {@value #MAX_NAMES} codes new ones are simply not remembered. Not thread-safe.
 */
final class ContractNames {
  static final int MAX_NAMES = 4096;
  private static final int SLOTS = 4 * MAX_NAMES;

  private final long[] keys = new long[SLOTS];
  private final String[] names = new String[SLOTS];
  private int size;

  /** The code that stands in {@code s} from {@code start} to {@code end} and has this number. */
  String name(long key, String s, int start, int end) {
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (SLOTS - 1);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return names[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    String name = s.substring(start, end);
    if (size < MAX_NAMES) {
      keys[slot] = key;
      names[slot] = name;
      size++;
    }
    return name;
  }
}
