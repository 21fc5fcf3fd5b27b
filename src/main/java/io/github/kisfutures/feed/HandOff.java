package io.github.kisfutures.feed;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The bounded, ordered way from the WebSocket read threads to the consumer. Nothing is ever
 * dropped: when it is full, the thread that brings a frame waits, so the socket is no longer read
 * and TCP pushes back. Events never wait; they may exceed the capacity by the few that one
 * connection can cause.
 *
 * <p>A frame takes its place in the order when it is brought, and then its thread waits for room;
 * so whatever the session says later (such as "disconnected") stands behind it. A {@link Place} is
 * kept in the order for events that are decided later, on the session's thread.
 *
 * <p>A frame takes up as much of the capacity as it is long, in records of usual length: frames may
 * hold many records, and what is bounded is memory.
 *
 * <p>Thread-safe; any number of sessions may share one.
 */
public final class HandOff {
  /** A record and what holds it; the official sample has 243 characters. */
  private static final int RECORD_CHARACTERS = 320;

  private final int capacity;
  private final InstantSource clock;
  private final Runnable onAvailable;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();

  /** Guarded by lock: in order, {@link FeedMessage}s and {@link Place}s. */
  private final ArrayDeque<Object> entries = new ArrayDeque<>();

  /** Guarded by lock: messages in entries. */
  private int size;

  /** Guarded by lock: what entries take up of the capacity. */
  private long load;

  /** Guarded by lock. */
  private boolean closed;

  /** Guarded by lock: the moment since which it is full, or -1. */
  private long fullSinceMillis = -1;

  /** Guarded by lock: completed times spent full. */
  private long fullMillis;

  /**
   * An empty hand-off.
   *
   * @param capacity events and frames of usual length that it holds before the threads that bring
   *     frames wait; longer frames count as several
   * @param clock measures the time spent full
   * @param onAvailable called, from any thread and without a lock held, whenever messages can be
   *     drained after there were none, and when it is closed. Must not block. May be called
   *     needlessly.
   */
  public HandOff(int capacity, InstantSource clock, Runnable onAvailable) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is " + capacity + "; it must be at least 1");
    }
    this.capacity = capacity;
    this.clock = clock;
    this.onAvailable = onAvailable;
  }

  /** An empty hand-off for a consumer that polls. */
  public HandOff(int capacity, InstantSource clock) {
    this(capacity, clock, () -> {});
  }

  /**
   * Adds a message at the end, then waits while there is more than the capacity. Only room or
   * {@link #close} ends the waiting, not an interrupt.
   *
   * @return false if the hand-off was closed before, and the message was not taken
   */
  public boolean put(FeedMessage message) {
    if (!add(message)) {
      return false;
    }
    awaitRoom(() -> false);
    return true;
  }

  /**
   * Adds a message at the end without ever waiting; for events.
   *
   * @return false if the hand-off was closed before, and the message was not taken
   */
  public boolean add(FeedMessage message) {
    Entered entered = enter(message);
    announce(entered);
    return entered != Entered.CLOSED;
  }

  /** What became of a message that was entered. */
  enum Entered {
    /** It is the only message, so the consumer must be told. */
    FIRST,
    /** It stands behind others. */
    BEHIND,
    /** It was not taken. */
    CLOSED
  }

  /** Adds a message without waiting and without telling the consumer: see {@link #announce}. */
  Entered enter(FeedMessage message) {
    lock.lock();
    try {
      if (closed) {
        return Entered.CLOSED;
      }
      entries.add(message);
      size++;
      grow(load(message));
      return size == 1 ? Entered.FIRST : Entered.BEHIND;
    } finally {
      lock.unlock();
    }
  }

  /** Tells the consumer of a message that was entered, if it may be waiting. Hold no lock. */
  void announce(Entered entered) {
    if (entered == Entered.FIRST) {
      onAvailable.run();
    }
  }

  /** Keeps a place at the end for events yet to be decided; what comes later waits behind it. */
  Place reserve() {
    lock.lock();
    try {
      Place place = new Place();
      if (!closed) {
        entries.add(place);
        grow(1);
      }
      return place;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits while there is more than the capacity.
   *
   * @param released ends the waiting once it is true; call {@link #wake} after the change
   * @return whether it had to wait
   */
  boolean awaitRoom(BooleanSupplier released) {
    lock.lock();
    try {
      boolean waited = false;
      while (load > capacity && !closed && !released.getAsBoolean()) {
        room.awaitUninterruptibly();
        waited = true;
      }
      return waited;
    } finally {
      lock.unlock();
    }
  }

  /** Lets waiting threads look again whether they are released. */
  void wake() {
    lock.lock();
    try {
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Moves up to {@code max} messages, oldest first. Never waits. After {@link #close} it still
   * gives what was taken before.
   *
   * @return how many were moved
   */
  public int drainTo(Collection<? super FeedMessage> target, int max) {
    lock.lock();
    try {
      long before = load;
      int moved = 0;
      while (moved < max) {
        FeedMessage message = poll();
        if (message == null) {
          break;
        }
        target.add(message);
        moved++;
      }
      shrunk(before);
      return moved;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable FeedMessage poll() {
    while (true) {
      Object first = entries.peek();
      if (first == null) {
        return null;
      }
      if (first instanceof FeedMessage message) {
        entries.remove();
        return taken(message);
      }
      Place place = (Place) first;
      FeedMessage next = place.next();
      if (next != null) {
        return taken(next);
      }
      if (!place.decided) {
        return null;
      }
      entries.remove();
      load -= place.empty ? 1 : 0;
    }
  }

  private FeedMessage taken(FeedMessage message) {
    size--;
    load -= load(message);
    return message;
  }

  private static long load(FeedMessage message) {
    return message instanceof FeedMessage.Frame frame
        ? 1 + frame.frame().text().length() / RECORD_CHARACTERS
        : 1;
  }

  /** Messages held, with the frames whose threads wait for room. */
  public int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  /** How much of the capacity is taken up: as {@link #size}, but long frames count as several. */
  public long load() {
    lock.lock();
    try {
      return load;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the next frame's thread would have to wait. */
  public boolean isFull() {
    lock.lock();
    try {
      return load >= capacity;
    } finally {
      lock.unlock();
    }
  }

  /** How long it has been full, all times together, milliseconds. */
  public long fullTimeMillis() {
    lock.lock();
    try {
      return fullMillis + currentFullMillis();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more messages and releases the waiting threads. What is held can still be drained. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      room.signalAll();
    } finally {
      lock.unlock();
    }
    onAvailable.run();
  }

  private void grow(long by) {
    load += by;
    if (load >= capacity && fullSinceMillis < 0) {
      fullSinceMillis = clock.millis();
    }
  }

  private void shrunk(long before) {
    if (load < capacity && fullSinceMillis >= 0) {
      fullMillis += currentFullMillis();
      fullSinceMillis = -1;
    }
    if (load < before && load <= capacity) {
      room.signalAll();
    }
  }

  private long currentFullMillis() {
    return fullSinceMillis < 0 ? 0 : Math.max(0, clock.millis() - fullSinceMillis);
  }

  /** A place in the order for events that the session's thread has yet to decide. */
  final class Place {
    /** Guarded by lock. */
    private final ArrayDeque<FeedMessage> events = new ArrayDeque<>();

    /** Guarded by lock. */
    private boolean decided;

    /** Guarded by lock: nothing was put here, so the place itself is what counts. */
    private boolean empty;

    private Place() {}

    /**
     * Puts the events here, possibly none, and lets what stands behind go on. Only the first call
     * counts.
     */
    void decide(List<FeedEvent> decision) {
      lock.lock();
      try {
        if (decided || closed) {
          decided = true;
          return;
        }
        decided = true;
        events.addAll(decision);
        size += decision.size();
        empty = decision.isEmpty();
        grow(Math.max(0, decision.size() - 1)); // the place was counted when it was kept
      } finally {
        lock.unlock();
      }
      onAvailable.run();
    }

    private @Nullable FeedMessage next() {
      return events.poll();
    }
  }
}
