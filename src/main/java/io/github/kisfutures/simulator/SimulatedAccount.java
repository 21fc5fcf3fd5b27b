package io.github.kisfutures.simulator;

import java.util.Objects;

/**
 * Credentials that the simulator accepts.
 *
 * @param appKey the app key; one session at a time
 * @param appSecret secret; never in {@link #toString}
 */
public record SimulatedAccount(String appKey, String appSecret) {
  /** Checks that both are there. */
  public SimulatedAccount {
    Objects.requireNonNull(appKey, "appKey");
    Objects.requireNonNull(appSecret, "appSecret");
  }

  @Override
  public String toString() {
    return "simulated account [redacted]";
  }
}
