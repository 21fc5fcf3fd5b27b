package io.github.kisfutures.feed;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.wire.ControlMessage;
import io.github.kisfutures.wire.ControlMessageParser;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.Redaction;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/**
 * One connection of a session, as its read thread sees it: frames go straight to the hand-off,
 * control messages to the session's thread, which decides; their events keep their place among the
 * frames. Once sealed, whatever still comes is ignored: the connection is over for everybody.
 */
final class SessionConnection implements WebSocketTransport.Listener {

  /** The session's side; called on the session's thread. */
  interface Owner {
    void opened(SessionConnection connection);

    void pingPong(SessionConnection connection, String text);

    /** Must decide the place, whatever happens. */
    void replied(SessionConnection connection, ControlMessage.Reply reply, HandOff.Place place);

    void closed(SessionConnection connection, int code, String reason, boolean remote);
  }

  /** KIS's have a few hundred characters; a long one would be answered, or kept, at our cost. */
  private static final int LONGEST_CONTROL_MESSAGE = 64 << 10;

  private final SessionContext context;
  private final Owner owner;
  private final long number;
  private final List<String> secrets;
  private final Liveness liveness;

  /** Guarded by this: the next frame's number. */
  private long sequence;

  /** Guarded by this. */
  private boolean opened;

  /** Written under this. */
  private volatile boolean sealed;

  /**
   * A connection about to be made.
   *
   * @param number what its receipts carry if it opens
   * @param secrets what must not be handed on
   */
  SessionConnection(SessionContext context, Owner owner, long number, List<String> secrets) {
    this.context = context;
    this.owner = owner;
    this.number = number;
    this.secrets = List.copyOf(secrets);
    this.liveness =
        new Liveness(
            context.settings().idleTimeout(),
            context.settings().ackTimeout(),
            context.elapsedMillis());
  }

  Liveness liveness() {
    return liveness;
  }

  /**
   * Ends it for everybody: nothing more is handed on, and a waiting read thread is released.
   *
   * @return whether it had been open
   */
  boolean seal() {
    boolean wasOpen;
    synchronized (this) {
      sealed = true;
      wasOpen = opened;
    }
    context.handOff().wake();
    return wasOpen;
  }

  @Override
  public void onOpen() {
    FeedEvent event =
        new FeedEvent(
            context.nowMillis(),
            context.name(),
            FeedEvent.Kind.CONNECTED,
            null,
            null,
            "connected to " + context.settings().webSocketUrl());
    HandOff.Entered entered;
    synchronized (this) {
      if (sealed) {
        return;
      }
      opened = true;
      entered = context.handOff().enter(event);
    }
    context.handOff().announce(entered);
    onSessionThread(() -> owner.opened(this));
  }

  @Override
  public void onText(String text) {
    if (sealed) {
      return;
    }
    liveness.alive(context.elapsedMillis());
    long now = context.nowMillis();
    context.counters().lastFrameAtMillis.set(now);
    if (!ControlMessageParser.isControlMessage(text)) {
      handOff(Redaction.redactFrame(text, secrets), now);
      return;
    }
    ControlMessage message = ControlMessageParser.parse(text);
    if (message instanceof ControlMessage.Unreadable || text.length() > LONGEST_CONTROL_MESSAGE) {
      handOff(Redaction.redact(text, secrets), now);
      return;
    }
    context.counters().controlMessages.incrementAndGet();
    if (message instanceof ControlMessage.Reply reply) {
      reply(reply);
    } else {
      onSessionThread(() -> owner.pingPong(this, text));
    }
  }

  @Override
  public void onAlive() {
    liveness.alive(context.elapsedMillis());
    context.counters().lastFrameAtMillis.set(context.nowMillis());
  }

  @Override
  public void onClosed(int code, String reason, boolean remote) {
    onSessionThread(() -> owner.closed(this, code, reason, remote));
  }

  private void handOff(String text, long now) {
    HandOff.Entered entered;
    synchronized (this) {
      if (sealed) {
        return;
      }
      Receipt receipt = new Receipt(now, context.name(), number, sequence);
      entered = context.handOff().enter(new FeedMessage.Frame(new ReceivedFrame(text, receipt)));
      if (entered == HandOff.Entered.CLOSED) {
        return;
      }
      sequence++;
    }
    context.counters().framesReceived.incrementAndGet();
    context.handOff().announce(entered);
    awaitRoom();
  }

  private void reply(ControlMessage.Reply reply) {
    HandOff.Place place;
    synchronized (this) {
      if (sealed) {
        return;
      }
      place = context.handOff().reserve();
    }
    try {
      context.scheduler().execute(() -> owner.replied(this, reply, place));
    } catch (RejectedExecutionException e) {
      // the session is over and nobody will decide
      place.decide(List.of());
    }
    // a flood of replies must not outrun the consumer either
    awaitRoom();
  }

  private void awaitRoom() {
    if (context.handOff().awaitRoom(() -> sealed)) {
      liveness.readingAgain(context.elapsedMillis());
    }
  }

  private void onSessionThread(Runnable task) {
    try {
      context.scheduler().execute(task);
    } catch (RejectedExecutionException e) {
      // the scheduler is closed, so the session is over and nobody wants to know
      seal();
    }
  }
}
