package io.github.kisfutures.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each contract's registration. Holds no time and sends nothing: times come in,
 * what is due goes out. Times are {@link SessionScheduler#elapsedMillis}. Not thread-safe.
 */
final class SubscriptionBook {
  /** Too many registrations: a matter of the moment, so the next connection asks again. */
  private static final String MAX_SUBSCRIBE_OVER = "OPSP0008";

  private enum Status {
    WAITING,
    REQUESTED,
    CONFIRMED,
    RETRY,
    REFUSED,
    REFUSED_FOR_GOOD
  }

  private static final class Registration {
    private Status status = Status.WAITING;

    /** When it was requested, or is to be requested again. */
    private long at;
  }

  private final Map<String, Registration> registrations = new LinkedHashMap<>();

  SubscriptionBook(List<String> contracts) {
    for (String contract : contracts) {
      registrations.put(contract, new Registration());
    }
  }

  /**
   * A new connection has no registration; only what was refused for good is not asked for again.
   */
  void begin() {
    for (Registration registration : registrations.values()) {
      if (registration.status != Status.REFUSED_FOR_GOOD) {
        registration.status = Status.WAITING;
      }
    }
  }

  boolean contains(String contract) {
    return registrations.containsKey(contract);
  }

  /** Whether the contract is registered as far as the server has said. */
  boolean isConfirmed(String contract) {
    return registration(contract).status == Status.CONFIRMED;
  }

  /** The next contract to be requested at this time, or null: first come the new ones, in order. */
  @Nullable String due(long now) {
    String retry = null;
    for (Map.Entry<String, Registration> entry : registrations.entrySet()) {
      Registration registration = entry.getValue();
      if (registration.status == Status.WAITING) {
        return entry.getKey();
      }
      if (retry == null && registration.status == Status.RETRY && registration.at <= now) {
        retry = entry.getKey();
      }
    }
    return retry;
  }

  /** When the next contract is to be requested: now if one waits, else the earliest retry. */
  OptionalLong nextDueAt(long now) {
    OptionalLong next = OptionalLong.empty();
    for (Registration registration : registrations.values()) {
      if (registration.status == Status.WAITING) {
        return OptionalLong.of(now);
      }
      if (registration.status == Status.RETRY
          && (next.isEmpty() || registration.at < next.getAsLong())) {
        next = OptionalLong.of(registration.at);
      }
    }
    return next;
  }

  void requested(String contract, long now) {
    set(contract, Status.REQUESTED, now);
  }

  /** The contract is registered; false if that was known. */
  boolean confirmed(String contract) {
    return set(contract, Status.CONFIRMED, 0);
  }

  /** The contract is refused: for this connection, or for good if the code says so. */
  void refused(String contract, String code) {
    set(contract, code.equals(MAX_SUBSCRIBE_OVER) ? Status.REFUSED : Status.REFUSED_FOR_GOOD, 0);
  }

  /** The contract is to be requested again. */
  void retryAt(String contract, long at) {
    set(contract, Status.RETRY, at);
  }

  /** The contract whose request has waited longest for its reply, or null. */
  @Nullable String oldestOutstanding() {
    String oldest = null;
    long oldestAt = Long.MAX_VALUE;
    for (Map.Entry<String, Registration> entry : registrations.entrySet()) {
      Registration registration = entry.getValue();
      if (registration.status == Status.REQUESTED && registration.at < oldestAt) {
        oldest = entry.getKey();
        oldestAt = registration.at;
      }
    }
    return oldest;
  }

  /** When the contract was requested. */
  long requestedAt(String contract) {
    return registration(contract).at;
  }

  /** Whether every contract has had its reply, good or bad. */
  boolean settled() {
    for (Registration registration : registrations.values()) {
      if (registration.status == Status.WAITING || registration.status == Status.REQUESTED) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return registrations.size();
  }

  int confirmedCount() {
    int count = 0;
    for (Registration registration : registrations.values()) {
      count += registration.status == Status.CONFIRMED ? 1 : 0;
    }
    return count;
  }

  private boolean set(String contract, Status status, long at) {
    Registration registration = registration(contract);
    boolean changed = registration.status != status;
    registration.status = status;
    registration.at = at;
    return changed;
  }

  private Registration registration(String contract) {
    Registration registration = registrations.get(contract);
    if (registration == null) {
      throw new IllegalArgumentException("the session has no contract " + contract);
    }
    return registration;
  }
}
