package io.github.kisfutures.feed;

import static io.github.kisfutures.feed.SessionFixture.headless;
import static io.github.kisfutures.feed.SessionFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kisfutures.feed.FeedEvent.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionSubscriptionTest {
  private static final Duration INTERVAL = SessionFixture.SETTINGS.subscribeInterval();

  private final SessionFixture fixture = new SessionFixture("111V06", "A50607", "A11610");

  private List<String> requested() {
    return fixture.transports.last().sent.stream().map(SessionFixture::contractOf).toList();
  }

  @Test
  void requestsArePacedInOrder() {
    fixture.start();
    fixture.open();

    assertThat(fixture.session.state()).isEqualTo(SessionState.SUBSCRIBING);
    assertThat(requested()).containsExactly("111V06");
    fixture.advance(INTERVAL.minusMillis(1));
    assertThat(requested()).hasSize(1);
    fixture.advance(Duration.ofMillis(1));
    assertThat(requested()).containsExactly("111V06", "A50607");
    fixture.advance(INTERVAL);
    assertThat(requested()).containsExactly("111V06", "A50607", "A11610");
    fixture.advance(Duration.ofSeconds(5));
    assertThat(requested()).hasSize(3);
  }

  @Test
  void aRequestThatTakesLongToSendDelaysTheNext() {
    fixture.start();
    fixture.transports.sending = () -> fixture.time.pass(Duration.ofMillis(120));
    fixture.open();
    assertThat(requested()).hasSize(1);
    fixture.advance(INTERVAL.minusMillis(1));
    assertThat(requested()).hasSize(1);
    fixture.advance(Duration.ofMillis(1));

    assertThat(requested()).containsExactly("111V06", "A50607");
  }

  @Test
  void isLiveWhenEveryContractHasItsReplyInAnyOrder() {
    fixture.start();
    fixture.open();
    fixture.advance(INTERVAL.multipliedBy(2));

    fixture.text(reply("A11610", "0", "OPSP0000", "SUBSCRIBE SUCCESS"));
    fixture.text(reply("111V06", "1", "OPSP0002", "ALREADY IN SUBSCRIBE"));
    assertThat(fixture.session.state()).isEqualTo(SessionState.SUBSCRIBING);
    fixture.text(reply("A50607", "0", "OPSP0000", "SUBSCRIBE SUCCESS"));

    assertThat(fixture.session.state()).isEqualTo(SessionState.LIVE);
    assertThat(fixture.kinds())
        .containsExactly(Kind.CONNECTED, Kind.SUBSCRIBED, Kind.SUBSCRIBED, Kind.SUBSCRIBED);
    assertThat(fixture.events().get(2).contract()).isEqualTo("111V06");
    assertThat(fixture.events().get(2).code()).isEqualTo("OPSP0002");
  }

  @Test
  void theSameContractTwiceIsRequestedOnce() {
    SessionFixture twice = new SessionFixture("111V06", "111V06");
    twice.live();

    assertThat(twice.transports.last().sent).hasSize(1);
  }

  @Test
  void aSecondConfirmationIsNoSecondEvent() {
    fixture.live();
    int before = fixture.events().size();
    fixture.text(reply("111V06", "1", "OPSP0002", "ALREADY IN SUBSCRIBE"));

    assertThat(fixture.events()).hasSize(before);
  }

  @Test
  void aRefusedContractLeavesTheOthersFlowing() {
    fixture.start();
    fixture.open();
    fixture.text(reply("111V06", "1", "OPSP8992", "tr_key not found"));
    fixture.acknowledgeAll();

    assertThat(fixture.session.state()).isEqualTo(SessionState.LIVE);
    FeedEvent refused = fixture.event(Kind.REFUSED);
    assertThat(refused.contract()).isEqualTo("111V06");
    assertThat(refused.code()).isEqualTo("OPSP8992");
    fixture.text("0|H0ZFCNT0|001|A50607^");
    assertThat(fixture.story()).endsWith("0|H0ZFCNT0|001|A50607^");
  }

  @Test
  void whatIsRefusedForGoodIsNotAskedForAgainButWhatWasTooManyIs() {
    fixture.start();
    fixture.open();
    fixture.text(reply("111V06", "1", "OPSP8992", "tr_key not found"));
    fixture.advance(INTERVAL);
    fixture.text(reply("A50607", "1", "OPSP0008", "MAX SUBSCRIBE OVER"));
    fixture.advance(INTERVAL);
    fixture.text(reply("A11610", "0", "OPSP0000", "SUBSCRIBE SUCCESS"));
    assertThat(fixture.session.state()).isEqualTo(SessionState.LIVE);
    fixture.advance(Duration.ofSeconds(80));
    assertThat(requested()).hasSize(3);

    fixture.drop(1006, "");
    fixture.advance(Duration.ofSeconds(5));
    fixture.open();
    fixture.advance(INTERVAL.multipliedBy(3));

    assertThat(requested()).containsExactly("A50607", "A11610");
  }

  @Test
  void aSessionWhoseContractsAreAllRefusedStaysOnAndIsLive() {
    SessionFixture one = new SessionFixture("111V06");
    one.start();
    one.open();
    one.text(reply("111V06", "1", "OPSP8992", "tr_key not found"));
    assertThat(one.session.state()).isEqualTo(SessionState.LIVE);
    one.drop(1006, "");
    one.advance(Duration.ofSeconds(5));
    one.open();

    assertThat(one.session.state()).isEqualTo(SessionState.LIVE);
    assertThat(one.transports.last().sent).isEmpty();
    assertThat(one.lastEvent().detail()).isEqualTo("0 of 1 contracts registered");
  }

  @Test
  void aFailedContractIsRetriedWithGrowingWaits() {
    SessionFixture one = new SessionFixture("111V06");
    one.start();
    one.open();
    one.text(reply("111V06", "9", "OPSP0007", "SUBSCRIBE INTERNAL ERROR"));
    assertThat(one.session.state()).isEqualTo(SessionState.LIVE);
    assertThat(one.lastEvent().kind()).isEqualTo(Kind.REFUSED);
    assertThat(one.lastEvent().detail()).contains("next try in 5 s");

    one.advance(Duration.ofMillis(4999));
    assertThat(one.transports.last().sent).hasSize(1);
    one.advance(Duration.ofMillis(1));
    assertThat(one.transports.last().sent).hasSize(2);
    one.text(reply("111V06", "1", "OPSP0009", "mci send failed"));
    one.advance(Duration.ofMillis(9999));
    assertThat(one.transports.last().sent).hasSize(2);
    one.advance(Duration.ofMillis(1));
    assertThat(one.transports.last().sent).hasSize(3);
    one.text(reply("111V06", "0", "OPSP0000", "SUBSCRIBE SUCCESS"));

    assertThat(one.lastEvent().kind()).isEqualTo(Kind.SUBSCRIBED);
    assertThat(one.transports.connections).hasSize(1);
    one.advance(Duration.ofSeconds(60));
    assertThat(one.transports.last().sent).hasSize(3);
  }

  @Test
  void aRetryWithoutReplyIsRetriedAgain() {
    SessionFixture one = new SessionFixture("111V06");
    one.start();
    one.open();
    one.text(reply("111V06", "9", "OPSP0007", "SUBSCRIBE INTERNAL ERROR"));
    one.advance(Duration.ofSeconds(15));

    assertThat(one.session.state()).isEqualTo(SessionState.LIVE);
    assertThat(one.lastEvent().kind()).isEqualTo(Kind.STALLED);
    assertThat(one.lastEvent().contract()).isEqualTo("111V06");
    assertThat(one.lastEvent().detail()).contains("within 10 s", "next try in 10 s");
    one.advance(Duration.ofMillis(9_999));
    assertThat(one.transports.last().sent).hasSize(2);
    one.advance(Duration.ofMillis(1));
    assertThat(one.transports.last().sent).hasSize(3);
    assertThat(one.transports.connections).hasSize(1);
  }

  @Test
  void anUnknownFailureIsRetriedLikeAServersFault() {
    fixture.start();
    fixture.open();
    fixture.text(reply("111V06", "1", "OPSP7777", "never seen"));

    assertThat(fixture.lastEvent().kind()).isEqualTo(Kind.REFUSED);
    assertThat(fixture.lastEvent().code()).isEqualTo("OPSP7777");
    fixture.advance(INTERVAL);
    fixture.text(reply("A50607", "0", "OPSP0000", "SUBSCRIBE SUCCESS"));
    fixture.advance(INTERVAL);
    fixture.text(reply("A11610", "0", "OPSP0000", "SUBSCRIBE SUCCESS"));
    assertThat(fixture.session.state()).isEqualTo(SessionState.LIVE);
    fixture.advance(Duration.ofSeconds(5));
    assertThat(requested()).endsWith("111V06");
  }

  @Test
  void aReplyWithoutHeaderAnswersTheOldestRequest() {
    fixture.start();
    fixture.open();
    fixture.advance(INTERVAL);
    fixture.text(headless("1", "OPSP8992", "tr_key not found"));
    fixture.text(headless("0", "OPSP0000", "SUBSCRIBE SUCCESS"));

    assertThat(fixture.event(Kind.REFUSED).contract()).isEqualTo("111V06");
    assertThat(fixture.event(Kind.SUBSCRIBED).contract()).isEqualTo("A50607");
  }

  @Test
  void repliesThatAnswerNothingAreToldOnceAConnectionAndAskNothing() {
    fixture.live();
    int before = fixture.events().size();
    int requests = requested().size();
    for (int i = 0; i < 3; i++) {
      fixture.text(reply("B99999", "0", "OPSP0000", "SUBSCRIBE SUCCESS"));
      fixture.text(reply("B99999", "0", "OPSP0001", "UNSUBSCRIBE SUCCESS"));
      fixture.text(headless("1", "OPSP0003", "UNSUBSCRIBE ERROR(not found!)"));
    }
    fixture.advance(Duration.ofMinutes(1));
    assertThat(fixture.events().subList(before, fixture.events().size()))
        .extracting(FeedEvent::kind, FeedEvent::contract, FeedEvent::code)
        .containsExactly(
            tuple(Kind.UNASKED, "B99999", "OPSP0000"), tuple(Kind.UNASKED, "B99999", "OPSP0001"));
    assertThat(requested()).hasSize(requests);
    fixture.text(reply("B99999", "1", "OPSP8992", "tr_key not found"));

    assertThat(fixture.lastEvent().kind()).isEqualTo(Kind.REFUSED);
    assertThat(fixture.lastEvent().contract()).isEqualTo("B99999");
  }

  @Test
  void anUnaskedEndIsAskedForAgainWithBackOffEvenIfItComesAgainAndAgain() {
    fixture.live();
    int before = requested().size();
    List<Long> asked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      fixture.text(reply("111V06", "0", "OPSP0001", "UNSUBSCRIBE SUCCESS"));
      fixture.text(reply("111V06", "0", "OPSP0001", "UNSUBSCRIBE SUCCESS")); // said twice
      long waited = 0;
      while (requested().size() == before + i) {
        fixture.advance(Duration.ofMillis(500));
        waited += 500;
      }
      asked.add(waited);
      fixture.text(reply("111V06", "0", "OPSP0000", "SUBSCRIBE SUCCESS"));
    }

    assertThat(requested().subList(before, requested().size())).containsOnly("111V06").hasSize(5);
    assertThat(asked).as("longer each time").isSorted().doesNotHaveDuplicates();
    assertThat(asked.get(0)).isGreaterThanOrEqualTo(5000);
    assertThat(asked.get(4)).isGreaterThanOrEqualTo(60_000);
    assertThat(fixture.events().stream().filter(e -> e.kind() == Kind.UNSUBSCRIBED))
        .hasSize(5)
        .allMatch(e -> "111V06".equals(e.contract()) && "OPSP0001".equals(e.code()));
    assertThat(fixture.session.state()).isEqualTo(SessionState.LIVE);
  }

  @Test
  void oneMissingReplyLeavesTheOthersFlowing() {
    fixture.start();
    fixture.open();
    fixture.advance(INTERVAL.multipliedBy(2));
    fixture.text(reply("111V06", "0", "OPSP0000", "SUBSCRIBE SUCCESS"));
    fixture.text(reply("A11610", "0", "OPSP0000", "SUBSCRIBE SUCCESS"));
    fixture.advance(Duration.ofSeconds(10).minus(INTERVAL));

    assertThat(fixture.session.state()).isEqualTo(SessionState.LIVE);
    assertThat(fixture.event(Kind.STALLED).contract()).isEqualTo("A50607");
    fixture.advance(Duration.ofSeconds(5));
    assertThat(requested()).endsWith("A50607").hasSize(4);
    fixture.text(reply("A50607", "1", "OPSP0002", "ALREADY IN SUBSCRIBE"));

    assertThat(fixture.kinds())
        .containsExactly(
            Kind.CONNECTED, Kind.SUBSCRIBED, Kind.SUBSCRIBED, Kind.STALLED, Kind.SUBSCRIBED);
    assertThat(fixture.transports.connections).hasSize(1);
    assertThat(fixture.approvals).hasSize(1);
    fixture.advance(Duration.ofSeconds(60));
    assertThat(requested()).hasSize(4);
  }

  @Test
  void oneMissingReplyIsAStallIfTheKeyHasExpiredMeanwhile() {
    SessionFixture one =
        new SessionFixture(
            SessionFixture.SETTINGS.withTimes(
                INTERVAL, Duration.ofSeconds(10), Duration.ofHours(48)),
            SessionPast.NONE,
            "111V06");
    one.live();
    one.advance(Duration.ofHours(23));
    one.text(reply("111V06", "9", "OPSP0007", "SUBSCRIBE INTERNAL ERROR"));
    one.advance(Duration.ofSeconds(15));

    assertThat(one.session.state()).isEqualTo(SessionState.STALLED);
    one.advance(Duration.ofSeconds(5));
    assertThat(one.approvals).hasSize(2);
  }

  @Test
  void noReplyAtAllIsAStallAndTheNextKeyIsNew() {
    fixture.start();
    fixture.open();
    fixture.advance(Duration.ofSeconds(10).minusMillis(1));
    assertThat(fixture.session.state()).isEqualTo(SessionState.SUBSCRIBING);
    fixture.advance(Duration.ofMillis(1));

    assertThat(fixture.session.state()).isEqualTo(SessionState.STALLED);
    assertThat(fixture.transports.last().closed).isTrue();
    assertThat(fixture.kinds()).containsExactly(Kind.CONNECTED, Kind.STALLED, Kind.DISCONNECTED);
    assertThat(fixture.event(Kind.STALLED).contract()).isEqualTo("111V06");
    assertThat(fixture.event(Kind.STALLED).detail()).contains("within 10 s");
    fixture.advance(Duration.ofSeconds(5));
    assertThat(fixture.approvals).hasSize(2);
    assertThat(fixture.transports.connections).hasSize(2);
  }

  @Test
  void aMalformedRequestIsFatal() {
    fixture.start();
    fixture.open();
    fixture.text(reply("111V06", "9", "OPSP8994", "JSON PARSING ERROR"));

    assertThat(fixture.session.fatalFailure()).hasMessageContaining("OPSP8994");
    assertThat(fixture.session.state()).isEqualTo(SessionState.CLOSED);
    assertThat(fixture.transports.last().closed).isTrue();
    assertThat(fixture.kinds())
        .containsExactly(Kind.CONNECTED, Kind.PROTOCOL_ERROR, Kind.DISCONNECTED);
    fixture.advance(Duration.ofHours(1));
    assertThat(fixture.transports.connections).hasSize(1);
  }
}
