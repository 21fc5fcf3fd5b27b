package io.github.kisfutures.feed;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Where the app keys are, not the keys themselves: option {@code feed.credentials} ({@code
 * docs/reference/options.md}). May stand in a job graph.
 *
 * @param location {@code env} or {@code file:PATH}
 */
public record CredentialsReference(String location) implements Serializable {
  private static final String ENVIRONMENT = "env";
  private static final String FILE = "file:";

  /**
   * Checks the form. The message does not repeat the text: somebody may have put a key there.
   *
   * @throws IllegalArgumentException if it is neither {@code env} nor {@code file:PATH}
   */
  public CredentialsReference {
    if (!location.equals(ENVIRONMENT)
        && !(location.startsWith(FILE) && location.length() > FILE.length())) {
      throw new IllegalArgumentException(
          "feed.credentials is neither 'env' nor 'file:PATH'; it says where the app keys are and"
              + " never contains one");
    }
  }

  /**
   * The variables {@code KIS_APP_KEY}, {@code KIS_APP_SECRET}, then {@code _2}, {@code _3} and so
   * on.
   */
  public static CredentialsReference environment() {
    return new CredentialsReference(ENVIRONMENT);
  }

  /** A YAML file: a list of {@code app-key}, {@code app-secret}. */
  public static CredentialsReference file(String path) {
    return new CredentialsReference(FILE + path);
  }

  /**
   * Reads the app keys, at least one.
   *
   * @param environment the process's environment variables
   * @throws CredentialsException if they are missing, malformed or readable by others; names the
   *     fix
   */
  public List<Credentials> load(Map<String, String> environment) {
    return location.equals(ENVIRONMENT)
        ? EnvironmentCredentials.load(environment)
        : CredentialsFile.load(location.substring(FILE.length()));
  }
}
