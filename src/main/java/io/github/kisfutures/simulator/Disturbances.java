package io.github.kisfutures.simulator;

import io.github.kisfutures.market.KoreaTime;
import java.time.Instant;

/** Carries out the faults that concern the server as a whole, and those that the clock brings. */
final class Disturbances {
  private static final int DEFAULT_RATE = 50_000;

  private final Faults faults;
  private final Audience audience;
  private final ApprovalKeys keys;
  private long epochDay = Long.MIN_VALUE;

  /** No connection is taken before; read by other threads. */
  private volatile Instant closedUntil = Instant.MIN;

  Disturbances(Faults faults, Audience audience, ApprovalKeys keys) {
    this.faults = faults;
    this.audience = audience;
    this.keys = keys;
  }

  void begin(Instant now) {
    epochDay = KoreaTime.epochDay(now.toEpochMilli());
    faults.begin(now);
  }

  /** Whether the server is restarting. */
  boolean closedAt(Instant now) {
    return now.isBefore(closedUntil);
  }

  /** Lets everything strike that is due. */
  void strike(Instant now, FrameSource source) {
    long today = KoreaTime.epochDay(now.toEpochMilli());
    if (today > epochDay) {
      epochDay = today;
      // without a connection, what strikes at once is due below
      var unused = faults.on(FaultEvent.MIDNIGHT, now, 0, null, null);
    }
    for (Fault fault : faults.due(now)) {
      switch (fault.word()) {
        case BURST -> source.rush(fault.numberOr(DEFAULT_RATE), now, fault.time());
        case RESTART -> {
          closedUntil = now.plus(fault.time());
          keys.revoke();
          audience.cutAll();
        }
        default -> audience.strike(fault, now);
      }
    }
  }
}
