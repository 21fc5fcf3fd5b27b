package io.github.kisfutures.feed;

import java.util.Objects;

/**
 * An app key and its secret, as KIS issued them. Deliberately not serializable: job graphs and
 * checkpoints carry a {@link CredentialsReference} instead.
 *
 * @param appKey secret; never in {@link #toString}
 * @param appSecret secret; never in {@link #toString}
 */
public record Credentials(String appKey, String appSecret) {

  /** Checks that both are there. */
  public Credentials {
    Objects.requireNonNull(appKey, "appKey");
    Objects.requireNonNull(appSecret, "appSecret");
  }

  @Override
  public String toString() {
    return "Credentials[redacted]";
  }
}
