package io.github.kisfutures.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is to be done with a session's line once the session's lock is released: the library calls
 * back from there, with locks of its own held. Made for one event; not thread-safe.
 */
final class LineActions {
  private final ClientSession session;
  private final List<Consumer<ClientLine>> actions = new ArrayList<>(1);

  LineActions(ClientSession session) {
    this.session = session;
  }

  void add(Consumer<ClientLine> action) {
    actions.add(action);
  }

  /**
   * Lets the faults strike that concern the connection itself. With the session's lock held.
   *
   * @return whether nothing more is to be sent
   */
  boolean strike(List<Fault> faults, java.time.Instant now) {
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      switch (fault.word()) {
        case DROP -> {
          session.end();
          add(ClientLine::cut);
        }
        case CLOSE -> {
          session.end();
          add(line -> line.close(closeCode(fault)));
        }
        case HALF_OPEN -> {
          session.mute();
          add(ClientLine::mute);
        }
        case STALL -> {
          session.stall(now.plus(fault.time()));
          add(ClientLine::stopReading);
        }
        default -> {}
      }
    }
    return session.silent();
  }

  private static int closeCode(Fault fault) {
    return Integer.parseInt(fault.codeOr("1001"));
  }

  /** Does them, in order. Without the session's lock. */
  void run() {
    for (int i = 0; i < actions.size(); i++) {
      actions.get(i).accept(session.line());
    }
  }
}
