package io.github.kisfutures.feed;

import static io.github.kisfutures.feed.SessionFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.feed.FeedEvent.Kind;
import io.github.kisfutures.market.Receipt;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionReconnectionTest {
  private final SessionFixture fixture = new SessionFixture("111V06");

  @Test
  void aDroppedConnectionIsMadeAgainAfterTheBackOff() {
    fixture.live();
    fixture.drop(1006, "");

    assertThat(fixture.session.state()).isEqualTo(SessionState.BACKING_OFF);
    assertThat(fixture.lastEvent().kind()).isEqualTo(Kind.DISCONNECTED);
    assertThat(fixture.lastEvent().code()).isEqualTo("1006");
    assertThat(fixture.session.statistics().connected()).isFalse();
    fixture.advance(Duration.ofMillis(4999));
    assertThat(fixture.transports.connections).hasSize(1);
    fixture.advance(Duration.ofMillis(1));
    assertThat(fixture.transports.connections).hasSize(2);
    fixture.open();
    fixture.acknowledgeAll();

    assertThat(fixture.kinds())
        .containsExactly(
            Kind.CONNECTED,
            Kind.SUBSCRIBED,
            Kind.DISCONNECTED,
            Kind.CONNECTED,
            Kind.SUBSCRIBED,
            Kind.RESUMED);
    assertThat(fixture.session.statistics().reconnects()).isEqualTo(1);
    assertThat(fixture.session.statistics().connected()).isTrue();
  }

  @Test
  void theReasonOfTheEndIsTold() {
    fixture.live();
    fixture.drop(1001, "going\naway");

    assertThat(fixture.lastEvent().code()).isEqualTo("1001");
    assertThat(fixture.lastEvent().detail())
        .isEqualTo("the server closed the connection: going away");
  }

  @Test
  void anAttemptThatFailsIsADisconnectionWithoutConnectionNumber() {
    fixture.transports.refusing = true;
    fixture.start();
    assertThat(fixture.session.state()).isEqualTo(SessionState.BACKING_OFF);
    assertThat(fixture.lastEvent().detail())
        .isEqualTo("the connection could not be made: Connection refused");
    assertThat(fixture.lastEvent().code()).isNull();

    fixture.transports.refusing = false;
    fixture.advance(Duration.ofSeconds(5));
    fixture.open();
    fixture.text("0|first");

    assertThat(receiptOfLastFrame().connection()).isEqualTo(Receipt.connection(0, 1));
    assertThat(fixture.session.statistics().reconnects()).isZero();
  }

  @Test
  void aTransportThatThrowsIsAFailedAttempt() {
    fixture.transports.failure = new IllegalStateException("no");
    fixture.start();

    assertThat(fixture.session.state()).isEqualTo(SessionState.BACKING_OFF);
    assertThat(fixture.lastEvent().kind()).isEqualTo(Kind.DISCONNECTED);
    assertThat(fixture.session.fatalFailure()).isNull();
  }

  @Test
  void aHandshakeThatNeverEndsIsGivenUp() {
    fixture.start();
    fixture.advance(SessionMachine.OPENING_LIMIT);

    assertThat(fixture.transports.last().closed).isTrue();
    assertThat(fixture.lastEvent().detail()).contains("not open within 20 s");
    assertThat(fixture.session.state()).isEqualTo(SessionState.BACKING_OFF);
  }

  @Test
  void connectionsAreNumberedAsTheyOpenAndFramesFromZero() {
    SessionFixture restarted =
        new SessionFixture(SessionFixture.SETTINGS, SessionPast.restarted(2), "111V06");
    restarted.start();
    restarted.advance(Duration.ofSeconds(5));
    restarted.open();
    restarted.text("0|a");
    restarted.text("0|b");
    restarted.drop(1006, "");
    restarted.advance(Duration.ofSeconds(10));
    restarted.open();
    restarted.text("0|c");

    assertThat(
            restarted.messages().stream()
                .filter(FeedMessage.Frame.class::isInstance)
                .map(m -> ((FeedMessage.Frame) m).frame().receipt())
                .map(r -> r.restarts() + "/" + (int) r.connection() + "/" + r.sequence()))
        .containsExactly("2/1/0", "2/1/1", "2/2/0");
  }

  @Test
  void aConnectionThatOpenedUnnoticedUsesItsNumberUp() {
    fixture.start();
    fixture.time.holdingTasks = true;
    fixture.transports.last().listener.onOpen();
    fixture.advance(SessionMachine.OPENING_LIMIT);
    fixture.time.holdingTasks = false;
    assertThat(fixture.kinds()).containsExactly(Kind.CONNECTED, Kind.DISCONNECTED);
    fixture.advance(Duration.ofSeconds(5));
    fixture.open();
    fixture.text("0|x");

    assertThat(receiptOfLastFrame().connection()).isEqualTo(2);
  }

  @Test
  void theAppKeyInUseMeansALongWaitAndANewApprovalKey() {
    fixture.start();
    fixture.open();
    fixture.text(SessionFixture.inUse());

    assertThat(fixture.session.state()).isEqualTo(SessionState.IN_USE_WAIT);
    assertThat(fixture.transports.last().closed).isTrue();
    assertThat(fixture.kinds()).containsExactly(Kind.CONNECTED, Kind.IN_USE, Kind.DISCONNECTED);
    assertThat(fixture.event(Kind.IN_USE).code()).isEqualTo("OPSP8996");
    fixture.drop(1006, ""); // the server's own drop says nothing new
    assertThat(fixture.events()).hasSize(3);
    fixture.advance(Duration.ofMillis(19_999));
    assertThat(fixture.transports.connections).hasSize(1);
    fixture.advance(Duration.ofMillis(1));
    assertThat(fixture.transports.connections).hasSize(2);
    assertThat(fixture.approvals).hasSize(2);
  }

  @Test
  void aRefusedApprovalKeyIsReplacedAfterTheFloor() {
    fixture.start();
    fixture.open();
    fixture.text(reply("111V06", "1", "OPSP0011", "invalid appkey : NOT FOUND"));

    assertThat(fixture.kinds())
        .containsExactly(Kind.CONNECTED, Kind.APPROVAL_FAILED, Kind.DISCONNECTED);
    assertThat(fixture.session.state()).isEqualTo(SessionState.BACKING_OFF);
    fixture.advance(Duration.ofMillis(19_999));
    assertThat(fixture.approvals).hasSize(1);
    fixture.advance(Duration.ofMillis(1));
    assertThat(fixture.approvals).hasSize(2);
    assertThat(fixture.session.fatalFailure()).isNull();
  }

  @Test
  void theFloorHoldsWhenTheBackOffIsLonger() {
    fixture.start();
    for (int i = 0; i < 4; i++) {
      fixture.open();
      fixture.text(SessionFixture.inUse());
      fixture.advance(Duration.ofSeconds(i < 3 ? 20 : 39));
    }
    assertThat(fixture.transports.connections).hasSize(4);
    fixture.advance(Duration.ofSeconds(1));
    assertThat(fixture.transports.connections).hasSize(5);
  }

  @Test
  void aFlappingServerDoesNotResetTheBackOff() {
    fixture.start();
    for (Duration wait :
        new Duration[] {
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(40)
        }) {
      int before = fixture.transports.connections.size();
      fixture.open();
      fixture.acknowledgeAll();
      assertThat(fixture.session.state()).isEqualTo(SessionState.LIVE);
      fixture.drop(1006, "");
      fixture.advance(wait.minusMillis(1));
      assertThat(fixture.transports.connections).hasSize(before);
      fixture.advance(Duration.ofMillis(1));
      assertThat(fixture.transports.connections).hasSize(before + 1);
    }
  }

  @Test
  void aSessionThatWasLiveForAWhileStartsTheBackOffAnew() {
    fixture.start();
    for (int i = 0; i < 3; i++) {
      fixture.open();
      fixture.acknowledgeAll();
      fixture.drop(1006, "");
      fixture.advance(Duration.ofSeconds(5L << i));
    }
    fixture.open();
    fixture.acknowledgeAll();
    for (int i = 0; i < 9; i++) {
      fixture.advance(Duration.ofSeconds(10));
      fixture.transports.last().listener.onAlive();
    }
    fixture.drop(1006, "");
    fixture.advance(Duration.ofSeconds(5));

    assertThat(fixture.transports.connections).hasSize(5);
  }

  @Test
  void aShortIdleTimeoutDoesNotMakeAFlappingServerLookWell() {
    SessionFixture hasty =
        new SessionFixture(
            SessionFixture.SETTINGS.withTimes(
                Duration.ofMillis(150), Duration.ofSeconds(10), Duration.ofSeconds(2)),
            SessionPast.NONE,
            "111V06");
    hasty.start();
    for (long wait : new long[] {5, 10, 20}) {
      hasty.open();
      hasty.acknowledgeAll();
      for (int i = 0; i < 4; i++) {
        hasty.advance(Duration.ofSeconds(1));
        hasty.transports.last().listener.onAlive();
      }
      int before = hasty.transports.connections.size();
      hasty.drop(1006, "");
      hasty.advance(Duration.ofSeconds(wait).minusMillis(1));
      assertThat(hasty.transports.connections).hasSize(before);
      hasty.advance(Duration.ofMillis(1));
      assertThat(hasty.transports.connections).hasSize(before + 1);
    }
  }

  private SessionFixture restarted(Duration after) {
    SessionFixture next =
        new SessionFixture(
            SessionFixture.SETTINGS,
            new SessionPast(1, fixture.session.statistics().backoff()),
            "111V06");
    next.advance(after);
    next.start();
    return next;
  }

  @Test
  void aRestartInTheMiddleOfALongWaitWaitsForWhatIsLeft() {
    fixture.start();
    fixture.open();
    fixture.text(SessionFixture.inUse());
    SessionFixture restarted = restarted(Duration.ofSeconds(8));

    restarted.advance(Duration.ofMillis(11_999));
    assertThat(restarted.approvals).isEmpty();
    restarted.advance(Duration.ofMillis(1));
    assertThat(restarted.transports.connections).hasSize(1);
  }

  @Test
  void aRestartAtTheEndOfAWaitStillWaitsTheShortest() {
    fixture.start();
    fixture.open();
    fixture.text(SessionFixture.inUse());
    SessionFixture restarted = restarted(Duration.ofSeconds(19));

    restarted.advance(Duration.ofMillis(4_999));
    assertThat(restarted.approvals).isEmpty();
    restarted.advance(Duration.ofMillis(1));
    assertThat(restarted.approvals).hasSize(1);
  }

  @Test
  void failuresBeforeARestartCount() {
    fixture.start();
    for (int i = 0; i < 3; i++) {
      fixture.open();
      fixture.drop(1006, "");
      fixture.advance(Duration.ofSeconds(5L << i));
    }
    SessionFixture restarted = restarted(Duration.ofHours(1));

    restarted.advance(Duration.ofMillis(39_999));
    assertThat(restarted.approvals).isEmpty();
    restarted.advance(Duration.ofMillis(1));
    assertThat(restarted.approvals).hasSize(1);
    assertThat(restarted.session.statistics().backoff().failures()).isEqualTo(4);
  }

  @Test
  void failuresBeforeALongLiveTimeDoNotCountAfterARestart() {
    fixture.start();
    fixture.open();
    fixture.drop(1006, "");
    fixture.advance(Duration.ofSeconds(5));
    fixture.open();
    fixture.acknowledgeAll();
    fixture.advance(Duration.ofSeconds(89));
    assertThat(fixture.session.statistics().backoff().failures()).isEqualTo(1);
    fixture.transports.last().listener.onAlive();
    fixture.advance(Duration.ofSeconds(2));

    assertThat(fixture.session.statistics().backoff()).isEqualTo(BackoffProgress.NONE);
  }

  @Test
  void aClockThatWasSetBackDoesNotHoldUpARestartedSession() {
    SessionFixture restarted =
        new SessionFixture(
            SessionFixture.SETTINGS,
            new SessionPast(1, new BackoffProgress(0, Long.MAX_VALUE)),
            "111V06");
    restarted.start();
    restarted.advance(Duration.ofSeconds(5));

    assertThat(restarted.approvals).hasSize(1);
  }

  @Test
  void anHourOfARefusingServerStaysWithinTheBackOff() {
    fixture.transports.refusing = true;
    fixture.start();
    fixture.advance(Duration.ofHours(1));

    // 5, 10, 20, 40, 80, 160 s, then every 5 min
    assertThat(fixture.transports.connections).hasSize(7 + (3600 - 315) / 300);
    assertThat(fixture.approvals).hasSize(1);
    assertThat(fixture.session.fatalFailure()).isNull();
    assertThat(fixture.session.state()).isEqualTo(SessionState.BACKING_OFF);
  }

  @Test
  void closingEndsEverythingAtOnceAndAgainDoesNothing() {
    fixture.live();
    fixture.session.close();
    assertThat(fixture.session.state()).isEqualTo(SessionState.CLOSED);
    fixture.session.close();
    fixture.time.run();

    assertThat(fixture.transports.last().closed).isTrue();
    assertThat(fixture.time.pendingTimers()).isZero();
    int before = fixture.messages().size();
    fixture.text("0|late");
    fixture.drop(1000, "");
    fixture.advance(Duration.ofHours(1));
    assertThat(fixture.messages()).hasSize(before);
    assertThat(fixture.transports.connections).hasSize(1);
  }

  @Test
  void closingWorksInEveryState() {
    SessionFixture unstarted = new SessionFixture("111V06");
    unstarted.session.close();
    unstarted.start();
    assertThat(unstarted.approvals).isEmpty();

    SessionFixture authorising = new SessionFixture("111V06");
    authorising.approving = false;
    authorising.start();
    authorising.session.close();
    authorising.approvals.get(0).complete("k");
    authorising.advance(Duration.ofHours(1));
    assertThat(authorising.transports.connections).isEmpty();

    SessionFixture connecting = new SessionFixture("111V06");
    connecting.start();
    connecting.session.close();
    connecting.open();
    assertThat(connecting.transports.last().closed).isTrue();
    assertThat(connecting.transports.last().sent).isEmpty();

    SessionFixture waiting = new SessionFixture("111V06");
    waiting.transports.refusing = true;
    waiting.start();
    waiting.session.close();
    waiting.advance(Duration.ofHours(1));
    assertThat(waiting.transports.connections).hasSize(1);
  }

  @Test
  void closingAfterTheSchedulerStillClosesTheConnection() {
    fixture.live();
    fixture.time.close();
    fixture.session.close();

    assertThat(fixture.transports.last().closed).isTrue();
    fixture.transports.last().listener.onText(reply("111V06", "0", "OPSP0000", ""));
    fixture.transports.last().listener.onClosed(1000, "", true);
    assertThat(fixture.session.state()).isEqualTo(SessionState.CLOSED);
  }

  private Receipt receiptOfLastFrame() {
    return fixture.messages().stream()
        .filter(FeedMessage.Frame.class::isInstance)
        .map(m -> ((FeedMessage.Frame) m).frame().receipt())
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
