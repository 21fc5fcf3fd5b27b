package io.github.kisfutures.feed;

import static io.github.kisfutures.feed.SessionFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.feed.FeedEvent.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Liveness, order, and what is kept from people's eyes. */
class SessionFlowTest {
  private static final String PING =
      "{\"header\": {\"tr_id\":\"PINGPONG\",\"datetime\":\"20260710171541\"} }";

  private final SessionFixture fixture = new SessionFixture("111V06");

  @Test
  void aSessionCanStartLater() {
    SessionFixture later = new SessionFixture("111V06");
    later.session.start(Duration.ofMillis(300));
    later.session.start();
    later.advance(Duration.ofMillis(299));
    assertThat(later.approvals).isEmpty();
    assertThat(later.session.state()).isEqualTo(SessionState.NEW);
    later.advance(Duration.ofMillis(1));
    assertThat(later.transports.connections).hasSize(1);

    SessionFixture never = new SessionFixture("111V06");
    never.session.start(Duration.ofMillis(300));
    never.session.close();
    never.advance(Duration.ofHours(1));
    assertThat(never.approvals).isEmpty();
    assertThat(never.time.pendingTimers()).isZero();
  }

  @Test
  void pingPongIsEchoedLetterByLetterAndHandedToNobody() {
    fixture.live();
    int before = fixture.messages().size();
    fixture.text(PING);

    assertThat(fixture.transports.last().sent).hasSize(2);
    assertThat(fixture.transports.last().sent.get(1)).isEqualTo(PING);
    assertThat(fixture.messages()).hasSize(before);
    assertThat(fixture.session.statistics().controlMessages()).isEqualTo(2);
  }

  @Test
  void silenceIsAStallAndTheKeyIsKept() {
    fixture.live();
    fixture.advance(Duration.ofSeconds(89));
    assertThat(fixture.session.state()).isEqualTo(SessionState.LIVE);
    fixture.advance(Duration.ofSeconds(1));

    assertThat(fixture.session.state()).isEqualTo(SessionState.STALLED);
    assertThat(fixture.transports.last().closed).isTrue();
    assertThat(fixture.kinds()).endsWith(Kind.STALLED, Kind.DISCONNECTED);
    assertThat(fixture.event(Kind.STALLED).detail()).isEqualTo("no frame within 90 s");
    fixture.advance(Duration.ofSeconds(5));
    assertThat(fixture.transports.connections).hasSize(2);
    assertThat(fixture.approvals).hasSize(1);
  }

  @Test
  void anyInboundFrameIsLife() {
    fixture.live();
    for (int i = 0; i < 10; i++) {
      fixture.advance(Duration.ofSeconds(60));
      switch (i % 3) {
        case 0 -> fixture.text(PING);
        case 1 -> fixture.text("0|data");
        default -> fixture.transports.last().listener.onAlive();
      }
    }
    fixture.advance(Duration.ofSeconds(89));

    assertThat(fixture.session.state()).isEqualTo(SessionState.LIVE);
    assertThat(fixture.kinds()).doesNotContain(Kind.STALLED);
  }

  @Test
  void aFullHandOffIsNotSilence() {
    SessionFixture small =
        new SessionFixture(
            SessionFixture.SETTINGS.withQueueCapacity(3), SessionPast.NONE, "111V06");
    small.live();
    small.text("0|a"); // CONNECTED, SUBSCRIBED, a: full
    small.advance(Duration.ofMinutes(10));
    assertThat(small.session.state()).isEqualTo(SessionState.LIVE);

    small.messages();
    small.advance(Duration.ofMinutes(3));
    assertThat(small.session.state()).isNotEqualTo(SessionState.LIVE);
    assertThat(small.kinds()).contains(Kind.STALLED);
  }

  @Test
  void aFullHandOffHoldsBackRequestsRepliesAndReconnections() {
    SessionFixture small =
        new SessionFixture(
            SessionFixture.SETTINGS.withQueueCapacity(1), SessionPast.NONE, "111V06");
    small.start();
    small.open(); // CONNECTED fills it
    small.advance(Duration.ofMinutes(1));
    assertThat(small.transports.last().sent).isEmpty();
    small.messages();
    small.advance(Duration.ofSeconds(1));
    assertThat(small.transports.last().sent).hasSize(1);
    small.text("0|a");
    small.advance(Duration.ofMinutes(1));
    assertThat(small.session.state()).isEqualTo(SessionState.SUBSCRIBING);

    small.drop(1006, "");
    small.advance(Duration.ofHours(10));
    assertThat(small.transports.connections).hasSize(1);
    assertThat(small.handOff.size()).isEqualTo(2);
    small.messages();
    small.advance(Duration.ofSeconds(5));
    assertThat(small.transports.connections).hasSize(2);
  }

  @Test
  void eventsStandWhereTheyHappenedAmongTheFrames() {
    fixture.start();
    fixture.transports.last().listener.onOpen();
    fixture.transports.last().listener.onText("0|before");
    fixture.time.run();
    // all of this is read before the session's thread gets a turn
    WebSocketTransport.Listener listener = fixture.transports.last().listener;
    listener.onText("0|a");
    listener.onText(reply("111V06", "0", "OPSP0000", "SUBSCRIBE SUCCESS"));
    listener.onText("0|b");
    listener.onText(SessionFixture.inUse());
    listener.onText("0|c");
    assertThat(fixture.story()).containsExactly("CONNECTED", "0|before", "0|a");
    fixture.time.run();

    assertThat(fixture.story())
        .containsExactly(
            "CONNECTED", "0|before", "0|a", "SUBSCRIBED", "0|b", "IN_USE", "0|c", "DISCONNECTED");
  }

  @Test
  void nothingOfAnOlderConnectionComesAfterItsEnd() {
    fixture.live();
    WebSocketTransport.Listener older = fixture.transports.last().listener;
    fixture.text(SessionFixture.inUse());
    fixture.advance(Duration.ofSeconds(20));
    fixture.open();
    int before = fixture.messages().size();

    older.onText("0|late");
    older.onText(reply("111V06", "1", "OPSP8992", "late"));
    older.onText(PING);
    older.onOpen();
    older.onClosed(1006, "", true);
    fixture.time.run();

    assertThat(fixture.messages()).hasSize(before);
    assertThat(fixture.transports.last().sent).hasSize(1);
    assertThat(fixture.session.state()).isEqualTo(SessionState.SUBSCRIBING);
  }

  @Test
  void aReplyThatWaitsForItsTurnWhenTheConnectionEndsLetsTheRestGoOn() {
    fixture.live();
    WebSocketTransport.Listener listener = fixture.transports.last().listener;
    listener.onText(SessionFixture.inUse());
    listener.onText(reply("111V06", "1", "OPSP8992", "never obeyed"));
    listener.onText("0|x");
    fixture.time.run();

    assertThat(fixture.story())
        .containsExactly("CONNECTED", "SUBSCRIBED", "IN_USE", "0|x", "DISCONNECTED");
  }

  @Test
  void unreadableControlMessagesAndOddTextsAreHandedOnAsFrames() {
    fixture.live();
    String key = SessionFixture.approvalKey(1);
    fixture.text("{broken " + key + " " + SessionFixture.KEY + " " + SessionFixture.SECRET);
    fixture.text("hello");
    fixture.text("");

    assertThat(fixture.story()).endsWith("{broken [redacted] [redacted] [redacted]", "hello", "");
    assertThat(fixture.session.statistics().framesReceived()).isEqualTo(3);
    assertThat(fixture.session.statistics().lastFrameAtMillis()).isEqualTo(fixture.time.millis());
  }

  @Test
  void noSecretIsInAnyEventFailureOrText() {
    String key = SessionFixture.approvalKey(1);
    fixture.start();
    fixture.open();
    fixture.text(reply("111V06", "1", "OPSP0007", "echo " + key));
    fixture.text(reply(key, "1", "OPSP8992", SessionFixture.SECRET));
    fixture.text(reply("111V06", "1", "OPSP0011", "invalid approval : " + key));
    fixture.advance(Duration.ofSeconds(20));
    fixture.open();
    fixture.drop(1008, "key " + SessionFixture.approvalKey(2) + " of " + SessionFixture.KEY);
    fixture.advance(Duration.ofSeconds(20));
    fixture.open();
    fixture.text(reply("111V06", "9", "OPSP8995", "bad " + SessionFixture.approvalKey(2)));

    assertThat(fixture.session.fatalFailure()).isNotNull();
    String all = fixture.messages() + " " + fixture.session.fatalFailure();
    assertThat(all)
        .doesNotContain("approval-key-number", SessionFixture.KEY, SessionFixture.SECRET)
        .contains("[redacted]");
    assertThat(new ApprovalKey(key, 0).toString()).doesNotContain(key);
    assertThat(new Credentials("k123", "s123").toString()).doesNotContain("k123", "s123");
  }

  @Test
  void aFaultOfOursIsFatalAndNotLost() {
    HandOff handOff = new HandOff(10, fixture.time);
    FeedSession session =
        new FeedSession(
            "s2",
            new Credentials(SessionFixture.KEY, SessionFixture.SECRET),
            List.of("111V06"),
            SessionPast.NONE,
            SessionFixture.SETTINGS,
            new FeedEnvironment(
                fixture.time,
                fixture.time,
                credentials -> {
                  throw new UnsupportedOperationException(credentials.appSecret());
                },
                fixture.transports,
                new Random(1)),
            handOff);
    session.start();
    fixture.time.run();

    assertThat(session.fatalFailure())
        .hasMessageContaining("UnsupportedOperationException")
        .hasMessageNotContaining(SessionFixture.SECRET)
        .hasNoCause();
    assertThat(session.state()).isEqualTo(SessionState.CLOSED);
    assertThat(handOff.size()).isEqualTo(1);
  }

  @Test
  void contractsAreChecked() {
    assertThatThrownBy(() -> new SessionFixture("samsung"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("samsung");
    assertThatThrownBy(SessionFixture::new)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("feed.contracts");
  }
}
