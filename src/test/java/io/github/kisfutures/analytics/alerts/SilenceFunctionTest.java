package io.github.kisfutures.analytics.alerts;

import static io.github.kisfutures.analytics.alerts.AlertFixture.silence;
import static io.github.kisfutures.market.TradeFixture.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.KoreaTime;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilenceFunctionTest {
  private static final String CONTRACT = "A11610";

  private boolean live = true;

  private KeyedBroadcastOperatorTestHarness<String, ContractSign, AlertRules, Alert> harness;

  private void start(
      Set<String> contracts, @Nullable OperatorSubtaskState state, AlertRule... rules)
      throws Exception {
    harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new SilenceFunction(new AlertRules(List.of(rules)), contracts, live),
                List.of(RulesInForce.STATE)),
            ContractSign::contract,
            Types.STRING,
            1,
            1,
            0);
    harness.setup(new AlertSerializer());
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
  }

  private void start(AlertRule... rules) throws Exception {
    start(Set.of(), null, rules);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void trade(String time) throws Exception {
    trade(time, Long.MIN_VALUE);
  }

  private void trade(String time, long watermark) throws Exception {
    harness.processElement(ContractSign.trade(CONTRACT, millis(time), watermark), millis(time));
  }

  private void registered(String time) throws Exception {
    harness.processElement(ContractSign.registration(CONTRACT, millis(time)), millis(time));
  }

  private void watermark(String time) throws Exception {
    harness.watermark(millis(time));
  }

  private List<String> rows() {
    return harness.extractOutputValues().stream()
        .map(
            alert ->
                "%s %s %s at %s since %s"
                    .formatted(
                        alert.rule(),
                        alert.contract(),
                        alert.state(),
                        KoreaTime.text(alert.atMillis()).substring(11, 19),
                        KoreaTime.text(alert.raisedAtMillis()).substring(11, 19)))
        .toList();
  }

  @Test
  void isRaisedOnceAfterTheToleratedTimeAndClearedByTheNextTrade() throws Exception {
    start(silence("quiet", 300));
    trade("09:00:00");
    trade("09:02:00");
    watermark("09:06:59");
    assertThat(rows()).isEmpty();
    watermark("09:07:00");
    assertThat(rows()).containsExactly("quiet A11610 RAISED at 09:07:00 since 09:07:00");
    watermark("09:40:00");
    assertThat(rows()).hasSize(1);
    trade("09:41:00");
    trade("09:42:00");
    watermark("09:46:00");

    assertThat(rows())
        .containsExactly(
            "quiet A11610 RAISED at 09:07:00 since 09:07:00",
            "quiet A11610 CLEARED at 09:41:00 since 09:07:00");
    watermark("09:47:00");
    assertThat(rows()).hasSize(3).endsWith("quiet A11610 RAISED at 09:47:00 since 09:47:00");
    Alert raised = harness.extractOutputValues().get(0);
    assertThat(raised.value()).isEqualTo("300.0000");
    assertThat(raised.message())
        .isEqualTo(
            "A11610: no trade for 5 min of the continuous session, the last one was seen or first"
                + " looked for at 2026-07-10T09:02:00.000+09:00");
    assertThat(harness.extractOutputValues().get(1).value()).isEqualTo("0.0000");
    assertThat(harness.extractOutputValues().get(1).message())
        .isEqualTo("A11610: traded again at 2026-07-10T09:41:00.000+09:00");
  }

  @Test
  void aLateTradeClearsNoEarlierThanTheAlertBegan() throws Exception {
    start(silence("quiet", 60));
    trade("09:00:00");
    watermark("09:01:00");
    trade("09:00:30", millis("09:01:00"));

    assertThat(rows()).hasSize(2).endsWith("quiet A11610 CLEARED at 09:01:00 since 09:01:00");
    trade("09:00:29", millis("09:01:00"));
    watermark("09:01:29");
    assertThat(rows()).as("what is older than the last trade is no news").hasSize(2);
    watermark("09:01:30");
    assertThat(rows()).hasSize(3);
  }

  /** Nobody else moves event time: the trade that ends the silence also tells of it. */
  @Test
  void aSilenceThatOnlyItsOwnEndTellsOfIsTold() throws Exception {
    start(silence("quiet", 60));
    trade("09:00:00");
    watermark("08:59:58");
    trade("09:05:00", millis("08:59:58"));
    watermark("09:04:58");
    assertThat(rows()).containsExactly("quiet A11610 RAISED at 09:01:00 since 09:01:00");
    harness.watermark(Long.MAX_VALUE);

    assertThat(rows())
        .containsExactly(
            "quiet A11610 RAISED at 09:01:00 since 09:01:00",
            "quiet A11610 CLEARED at 09:05:00 since 09:01:00");
  }

  @Test
  void tradesAreTakenInTheOrderOfEventTime() throws Exception {
    start(silence("quiet", 60));
    trade("09:00:00");
    trade("09:01:01", millis("09:00:58"));
    trade("09:00:59", millis("09:00:58"));
    watermark("09:02:00");

    assertThat(rows()).as("the later trade fills the hole").isEmpty();
    trade("09:02:01", millis("09:02:00"));
    watermark("09:02:01");
    assertThat(rows()).as("a trade in the last second is in time").isEmpty();
    trade("09:03:02", millis("09:03:01"));
    watermark("09:03:02");
    assertThat(rows())
        .containsExactly(
            "quiet A11610 RAISED at 09:03:01 since 09:03:01",
            "quiet A11610 CLEARED at 09:03:02 since 09:03:01");
  }

  /** Watermarks of several inputs: a late trade of the one overtakes that of the others. */
  @Test
  void aLateTradeTakesThePlaceOfItsWatermark() throws Exception {
    start(silence("quiet", 60));
    trade("09:00:00");
    watermark("09:00:30");
    trade("09:00:50", millis("09:01:10"));

    assertThat(rows())
        .containsExactly(
            "quiet A11610 RAISED at 09:01:00 since 09:01:00",
            "quiet A11610 CLEARED at 09:01:00 since 09:01:00");
  }

  @Test
  void theNightIsNoSilence() throws Exception {
    start(silence("quiet", 300));
    trade("15:34:00");
    watermark("23:59:59");

    assertThat(rows()).isEmpty();
  }

  @Test
  void aContractThatNeverTradesIsMissedFromItsRegistrationOn() throws Exception {
    start(silence("quiet", 60));
    registered("09:00:00");
    registered("09:00:40"); // the session has reconnected
    watermark("09:00:59");
    assertThat(rows()).isEmpty();
    watermark("09:01:00");
    assertThat(rows()).containsExactly("quiet A11610 RAISED at 09:01:00 since 09:01:00");
    trade("08:59:59"); // its time has whole seconds
    assertThat(rows()).hasSize(2);
  }

  @Test
  void theEndOfACaptureIsNoSilence() throws Exception {
    start(silence("quiet", 60));
    trade("09:00:00");
    watermark("09:00:58");
    harness.watermark(Long.MAX_VALUE);

    assertThat(rows()).isEmpty();
  }

  @Test
  void eachRuleHasItsOwnPatience() throws Exception {
    start(silence("short", 60), silence("long", 120));
    trade("09:00:00");
    watermark("09:05:00");
    trade("09:05:30");
    watermark("09:05:30");

    assertThat(rows())
        .containsExactlyInAnyOrder(
            "short A11610 RAISED at 09:01:00 since 09:01:00",
            "long A11610 RAISED at 09:02:00 since 09:02:00",
            "short A11610 CLEARED at 09:05:30 since 09:01:00",
            "long A11610 CLEARED at 09:05:30 since 09:02:00");
  }

  @Test
  void aRuleThatIsAddedWhileAContractIsSilentSeesItWithinAMinute() throws Exception {
    start();
    trade("09:00:00");
    watermark("09:10:00");
    harness.processBroadcastElement(new AlertRules(List.of(silence("quiet", 300))), 0);
    watermark("09:11:00");

    assertThat(rows()).containsExactly("quiet A11610 RAISED at 09:05:00 since 09:05:00");
    harness.processBroadcastElement(AlertRules.NONE, 0);
    assertThat(rows()).hasSize(2).endsWith("quiet A11610 CLEARED at 09:11:00 since 09:05:00");
  }

  @Test
  void theTimeForWhichTheJobWasDownIsNoSilence() throws Exception {
    start(silence("quiet", 300));
    trade("09:00:00");
    watermark("09:01:00");
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();

    start(Set.of(), state, silence("quiet", 300));
    watermark("10:00:00");
    watermark("10:04:59");
    assertThat(rows()).isEmpty();
    watermark("10:05:00");
    assertThat(rows()).containsExactly("quiet A11610 RAISED at 10:05:00 since 10:05:00");
  }

  @Test
  void aReplayThatGoesOnMissesNothing() throws Exception {
    live = false;
    start(silence("quiet", 300));
    trade("09:00:00");
    watermark("09:01:00");
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();

    start(Set.of(), state, silence("quiet", 300));
    watermark("09:10:00");
    assertThat(rows()).containsExactly("quiet A11610 RAISED at 09:05:00 since 09:05:00");
  }

  @Test
  void theFirstTradeAfterARestartRaisesNothingOfTheTimeBefore() throws Exception {
    start(silence("quiet", 300));
    trade("09:00:00");
    watermark("09:01:00");
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();

    start(Set.of(), state, silence("quiet", 300));
    watermark("10:00:00");
    trade("10:00:03", millis("10:00:01"));
    assertThat(rows()).isEmpty();
    watermark("10:05:03");
    assertThat(rows()).containsExactly("quiet A11610 RAISED at 10:05:03 since 10:05:03");
  }

  @Test
  void anAlertOutlivesARestart() throws Exception {
    start(silence("quiet", 300));
    trade("09:00:00");
    watermark("09:05:00");
    assertThat(rows()).hasSize(1);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();

    start(Set.of(), state, silence("quiet", 300));
    watermark("11:00:00");
    assertThat(rows()).isEmpty();
    trade("11:00:30");
    watermark("11:00:30");
    assertThat(rows()).containsExactly("quiet A11610 CLEARED at 11:00:30 since 09:05:00");
  }

  @Test
  void aContractThatIsNoLongerAskedForIsForgotten() throws Exception {
    start(silence("quiet", 300));
    trade("09:00:00");
    watermark("09:05:00");
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();

    start(Set.of("A50607"), state, silence("quiet", 300));
    watermark("09:30:00");
    assertThat(rows()).containsExactly("quiet A11610 CLEARED at 09:06:00 since 09:05:00");
    trade("09:31:00");
    watermark("10:00:00");
    assertThat(rows()).hasSize(1);
    assertThat(harness.numEventTimeTimers()).isZero();
  }
}
