package io.github.kisfutures.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One session per app key ({@code docs/feed.md}, "Limits"): the connection that registers first
 * holds the slot, the newer one is refused, and the slot can stay held after the holder has gone.
 */
final class SessionSlots {
  private final Map<String, Slot> slots = new HashMap<>();

  private record Slot(int connection, @Nullable Instant heldUntil) {
    boolean freeAt(Instant now) {
      return heldUntil != null && !now.isBefore(heldUntil);
    }
  }

  /** Takes the slot of an app key, or keeps it; false if another connection holds it. */
  synchronized boolean take(String appKey, int connection, Instant now) {
    Slot slot = slots.get(appKey);
    if (slot == null || slot.freeAt(now)) {
      slots.put(appKey, new Slot(connection, null));
      return true;
    }
    return slot.connection() == connection;
  }

  /** The holder's connection has ended: the slot is free from {@code heldUntil} on. */
  synchronized void release(String appKey, int connection, Instant heldUntil) {
    Slot slot = slots.get(appKey);
    if (slot != null && slot.connection() == connection) {
      slots.put(appKey, new Slot(connection, heldUntil));
    }
  }
}
