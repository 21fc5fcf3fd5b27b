package io.github.kisfutures.source.enumerator;

import java.io.Serializable;

/**
 * The app keys that sessions are made of. Keys that carry the same contracts are a group; what is
 * left over at the end carries nothing.
 *
 * @param count app keys given by {@code feed.credentials}
 * @param redundancy keys in a group ({@code feed.redundancy})
 */
public record AppKeys(int count, int redundancy) implements Serializable {

  /** Number of whole groups. */
  public int groups() {
    return count / redundancy;
  }

  /** The group of a key, from 0. */
  int groupOf(int credential) {
    return credential / redundancy;
  }
}
