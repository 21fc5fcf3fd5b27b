package io.github.kisfutures.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a simulated KIS may misbehave. The simulator asks at each of its decision points; an
 * implementation (a script, a test) answers. Called from several threads at once, and must not
 * block.
 */
public interface FaultPlan {
  /** Always behaves. */
  FaultPlan NONE = new FaultPlan() {};

  /**
   * What the simulator does at a point.
   *
   * @param point where it stands
   * @param connection number of the connection since the start, from 1; 0 at {@link Point#APPROVAL}
   * @param contract the contract concerned, or null
   */
  default Verdict at(Point point, int connection, @Nullable String contract) {
    return Verdict.PROCEED;
  }

  /** The data frame that is sent in place of {@code frame}. */
  default String alter(String frame) {
    return frame;
  }

  /** How long an app key stays in use after its connection ended. */
  default Duration slotHold(Duration configured) {
    return configured;
  }

  /** A decision point. */
  enum Point {
    /** An approval key is asked for, and could be given. */
    APPROVAL,
    /** A WebSocket handshake arrived. */
    HANDSHAKE,
    /** A request was carried out; the answer is about to be sent. */
    ACK,
    /** A data frame is about to be sent. */
    DATA,
    /** A PINGPONG is about to be sent. */
    PINGPONG
  }

  /** What to do. */
  enum Verdict {
    /** Behave. */
    PROCEED,
    /** Say nothing and go on: the message is lost. An approval or handshake is refused. */
    WITHHOLD,
    /**
     * Refuse: EGW00201 for an approval, OPSP0007 in place of a subscription; elsewhere as {@link
     * #WITHHOLD}.
     */
    REFUSE,
    /** Cut the TCP connection without a close handshake. An approval or handshake is refused. */
    CUT
  }
}
