package io.github.kisfutures.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The approval keys given out, each new at every call ({@code docs/feed.md}, "Approval key"). */
final class ApprovalKeys {
  private final Duration lifetime;
  private final Supplier<UUID> uuids;
  private final Map<String, Grant> grants = new HashMap<>();
  private final List<String> given = new ArrayList<>();

  private record Grant(String appKey, Instant until) {}

  ApprovalKeys(Duration lifetime, Supplier<UUID> uuids) {
    this.lifetime = lifetime;
    this.uuids = uuids;
  }

  /** A new key for an app key. */
  synchronized String give(String appKey, Instant now) {
    String key = uuids.get().toString();
    grants.values().removeIf(grant -> grant.until().isBefore(now));
    grants.put(key, new Grant(appKey, now.plus(lifetime)));
    given.add(key);
    return key;
  }

  /** The app key for which a key was given, or null if it is unknown, revoked or too old. */
  synchronized @Nullable String appKey(String approvalKey, Instant now) {
    Grant grant = grants.get(approvalKey);
    return grant == null || grant.until().isBefore(now) ? null : grant.appKey();
  }

  /** Makes all keys given so far invalid. */
  synchronized void revoke() {
    grants.clear();
  }

  /** Keys given so far, in order. */
  synchronized List<String> given() {
    return List.copyOf(given);
  }
}
