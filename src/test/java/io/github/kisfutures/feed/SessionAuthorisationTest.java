package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionAuthorisationTest {
  private final SessionFixture fixture = new SessionFixture("111V06");

  @Test
  void asksForAKeyBeforeItConnects() {
    fixture.approving = false;
    assertThat(fixture.session.state()).isEqualTo(SessionState.NEW);

    fixture.start();

    assertThat(fixture.session.state()).isEqualTo(SessionState.AUTHORISING);
    assertThat(fixture.transports.connections).isEmpty();
    fixture.approvals.get(0).complete("k");
    fixture.time.run();
    assertThat(fixture.session.state()).isEqualTo(SessionState.CONNECTING);
    assertThat(fixture.transports.connections).hasSize(1);
  }

  @Test
  void sendsTheKeyWithTheRequest() {
    fixture.start();
    fixture.open();

    assertThat(fixture.transports.last().sent)
        .singleElement()
        .asString()
        .contains("\"approval_key\":\"" + SessionFixture.approvalKey(1) + "\"")
        .contains("\"custtype\":\"P\"")
        .contains("\"tr_key\":\"111V06\"");
  }

  @Test
  void aTemporaryFailureBacksOffAndTriesAgain() {
    fixture.approving = false;
    fixture.start();

    fixture
        .approvals
        .get(0)
        .completeExceptionally(new ApprovalException("busy", false, "EGW00201", null));
    fixture.time.run();

    assertThat(fixture.session.state()).isEqualTo(SessionState.BACKING_OFF);
    assertThat(fixture.lastEvent().kind()).isEqualTo(FeedEvent.Kind.APPROVAL_FAILED);
    assertThat(fixture.lastEvent().code()).isEqualTo("EGW00201");
    fixture.advance(Duration.ofMillis(4999));
    assertThat(fixture.approvals).hasSize(1);
    fixture.advance(Duration.ofMillis(1));
    assertThat(fixture.approvals).hasSize(2);
    assertThat(fixture.session.fatalFailure()).isNull();
  }

  @Test
  void aRefusedAppKeyIsFatalBeforeTheSessionWasEverLive() {
    fixture.approving = false;
    fixture.start();

    fixture
        .approvals
        .get(0)
        .completeExceptionally(new ApprovalException("403 no such key", true, "EGW00103", null));
    fixture.time.run();

    assertThat(fixture.session.fatalFailure()).hasMessage("403 no such key");
    assertThat(fixture.session.state()).isEqualTo(SessionState.CLOSED);
    assertThat(fixture.kinds()).containsExactly(FeedEvent.Kind.APPROVAL_FAILED);
    fixture.advance(Duration.ofHours(1));
    assertThat(fixture.approvals).hasSize(1);
  }

  @Test
  void aRefusedAppKeyIsNotFatalOnceLive() {
    fixture.live();
    fixture.approving = false;
    fixture.text(SessionFixture.reply("111V06", "1", "OPSP0011", "invalid approval : x"));
    fixture.advance(Duration.ofSeconds(20));
    fixture
        .approvals
        .get(1)
        .completeExceptionally(new ApprovalException("403", true, "EGW00103", null));
    fixture.time.run();

    assertThat(fixture.session.fatalFailure()).isNull();
    assertThat(fixture.session.state()).isEqualTo(SessionState.BACKING_OFF);
  }

  @Test
  void aRefusedAppKeyIsNotFatalForARestoredSession() {
    SessionFixture restored =
        new SessionFixture(SessionFixture.SETTINGS, SessionPast.restarted(1), "111V06");
    restored.approving = false;
    restored.start();
    restored.advance(Duration.ofSeconds(5));
    restored
        .approvals
        .get(0)
        .completeExceptionally(new ApprovalException("403", true, "EGW00103", null));
    restored.time.run();

    assertThat(restored.session.fatalFailure()).isNull();
    assertThat(restored.session.state()).isEqualTo(SessionState.BACKING_OFF);
  }

  @Test
  void anUnexpectedFailureIsATemporaryOneWithoutItsText() {
    fixture.approving = false;
    fixture.start();

    fixture
        .approvals
        .get(0)
        .completeExceptionally(new IllegalStateException(SessionFixture.SECRET));
    fixture.time.run();

    assertThat(fixture.lastEvent().detail())
        .contains("IllegalStateException")
        .doesNotContain("SECRET");
    assertThat(fixture.session.state()).isEqualTo(SessionState.BACKING_OFF);
  }

  @Test
  void aClientThatNeverAnswersIsGivenUpAndItsLateAnswerIgnored() {
    fixture.approving = false;
    fixture.start();

    fixture.advance(Authorisation.LIMIT);
    assertThat(fixture.session.state()).isEqualTo(SessionState.BACKING_OFF);
    fixture.approvals.get(0).complete("late");
    fixture.time.run();

    assertThat(fixture.session.state()).isEqualTo(SessionState.BACKING_OFF);
    assertThat(fixture.transports.connections).isEmpty();
    fixture.advance(Duration.ofSeconds(5));
    assertThat(fixture.approvals).hasSize(2);
  }

  @Test
  void theKeyIsUsedAgainForReconnectionsWithin23Hours() {
    fixture.live();
    fixture.advance(Duration.ofSeconds(60));
    fixture.drop(1006, "");
    fixture.advance(Duration.ofSeconds(5));

    assertThat(fixture.transports.connections).hasSize(2);
    assertThat(fixture.approvals).hasSize(1);
  }

  @Test
  void anOlderKeyIsRenewed() {
    fixture.live();
    for (int minute = 0; minute < 23 * 60; minute++) {
      fixture.advance(Duration.ofMinutes(1));
      fixture.transports.last().listener.onAlive();
    }
    assertThat(fixture.transports.connections).hasSize(1);
    fixture.drop(1006, "");
    fixture.advance(Duration.ofSeconds(5));

    assertThat(fixture.approvals).hasSize(2);
    fixture.open();
    assertThat(fixture.transports.last().sent.get(0)).contains(SessionFixture.approvalKey(2));
  }

  @Test
  void aRestartedJobWaitsBeforeItAsksForAnything() {
    SessionFixture restarted =
        new SessionFixture(SessionFixture.SETTINGS, SessionPast.restarted(3), "111V06");
    restarted.start();

    assertThat(restarted.session.state()).isEqualTo(SessionState.BACKING_OFF);
    restarted.advance(Duration.ofMillis(4999));
    assertThat(restarted.approvals).isEmpty();
    restarted.advance(Duration.ofMillis(1));
    assertThat(restarted.approvals).hasSize(1);
  }
}
