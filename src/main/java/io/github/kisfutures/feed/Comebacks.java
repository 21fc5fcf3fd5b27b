package io.github.kisfutures.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long a contract waits that the server has unregistered unasked. Registering at once, each
 * time, would be a loop of registrations, which KIS blocks: so it is longer each time, and begins
 * anew only when a registration has lasted for the idle time-out, and for longer than the last
 * wait. Not thread-safe.
 */
final class Comebacks {
  private final SessionContext context;
  private final Map<String, Comeback> comebacks = new HashMap<>();

  private static final class Comeback {
    private final Backoff backoff;
    private long registeredAt;
    private long lastWaitMillis;

    private Comeback(SessionContext context) {
      backoff = new Backoff(context.settings().reconnect(), context.environment().random());
    }
  }

  Comebacks(SessionContext context) {
    this.context = context;
  }

  /** The contract is registered. */
  void registered(String contract) {
    of(contract).registeredAt = context.elapsedMillis();
  }

  /** The wait before the contract, which is not registered any more, is asked for again. */
  Duration unregistered(String contract) {
    Comeback comeback = of(contract);
    long lasted = context.elapsedMillis() - comeback.registeredAt;
    long idle = context.settings().idleTimeout().toMillis();
    if (lasted >= Math.max(idle, comeback.lastWaitMillis)) {
      comeback.backoff.reset();
    }
    Duration wait = comeback.backoff.next();
    comeback.lastWaitMillis = wait.toMillis();
    return wait;
  }

  private Comeback of(String contract) {
    return comebacks.computeIfAbsent(contract, c -> new Comeback(context));
  }
}
