package io.github.kisfutures.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** App keys from environment variables. */
final class EnvironmentCredentials {
  private static final String KEY = "KIS_APP_KEY";
  private static final String SECRET = "KIS_APP_SECRET";

  private EnvironmentCredentials() {}

  static List<Credentials> load(Map<String, String> environment) {
    List<Credentials> found = new ArrayList<>();
    for (int number = 1; ; number++) {
      String suffix = number == 1 ? "" : "_" + number;
      String key = value(environment, KEY + suffix);
      String secret = value(environment, SECRET + suffix);
      if (key.isEmpty() && secret.isEmpty()) {
        break;
      }
      if (key.isEmpty() || secret.isEmpty()) {
        String there = (key.isEmpty() ? SECRET : KEY) + suffix;
        String missing = (key.isEmpty() ? KEY : SECRET) + suffix;
        throw new CredentialsException(
            "The environment has " + there + " but not " + missing + "; set " + missing + " too");
      }
      found.add(new Credentials(key, secret));
    }
    if (found.isEmpty()) {
      throw new CredentialsException(
          "No app key in the environment; set KIS_APP_KEY and KIS_APP_SECRET, or point feed.credentials"
              + " to a file with file:PATH");
    }
    requireNoneSkipped(environment, found.size());
    return CredentialsChecks.requireDistinct(found, "the environment");
  }

  /** A gap in the numbers would silently leave out the keys behind it. */
  private static void requireNoneSkipped(Map<String, String> environment, int count) {
    for (String name : environment.keySet()) {
      for (String prefix : List.of(KEY + "_", SECRET + "_")) {
        if (name.startsWith(prefix) && !value(environment, name).isEmpty()) {
          String suffix = name.substring(prefix.length());
          if (!isUsed(suffix, count)) {
            throw new CredentialsException(
                "The environment has "
                    + name
                    + " but the app keys are numbered without gaps (none, _2, _3, ...) and end at "
                    + count
                    + "; renumber or unset it");
          }
        }
      }
    }
  }

  private static boolean isUsed(String suffix, int count) {
    for (int number = 2; number <= count; number++) {
      if (suffix.equals(Integer.toString(number))) {
        return true;
      }
    }
    return false;
  }

  private static String value(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").strip();
  }
}
