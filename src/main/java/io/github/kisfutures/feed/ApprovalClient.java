package io.github.kisfutures.feed;

import java.util.concurrent.CompletableFuture;

/** Asks KIS for the approval key that a WebSocket session registers with. */
@FunctionalInterface
public interface ApprovalClient {

  /**
   * Asks for a new approval key; it lives 24 hours. Must not block.
   *
   * @return the key; fails with an {@link ApprovalException}
   */
  CompletableFuture<String> approve(Credentials credentials);
}
