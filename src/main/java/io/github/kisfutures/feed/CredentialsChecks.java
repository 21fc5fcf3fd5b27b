package io.github.kisfutures.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for app keys wherever they come from. */
final class CredentialsChecks {
  private CredentialsChecks() {}

  /** One app key can hold one session only, so the same one twice is a mistake. */
  static List<Credentials> requireDistinct(List<Credentials> credentials, String where) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < credentials.size(); i++) {
      if (!seen.add(credentials.get(i).appKey())) {
        throw new CredentialsException(
            "App key number "
                + (i + 1)
                + " in "
                + where
                + " is there twice, but KIS allows one session per app key; remove one");
      }
    }
    return List.copyOf(credentials);
  }
}
