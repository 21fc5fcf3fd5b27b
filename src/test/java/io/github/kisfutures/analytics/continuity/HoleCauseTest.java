package io.github.kisfutures.analytics.continuity;

import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.DATE;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.TradeFixture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cause of a hole compares the two trades beside it, not what arrived first. */
class HoleCauseTest {
  private static final long FIRST = Receipt.connection(0, 1);
  private static final long SECOND = Receipt.connection(0, 2);

  private final ContractDay day = new ContractDay(DATE.toEpochDay());

  private void arrives(TradeFixture fixture, String session, long connection) {
    day.add(
        fixture.from(session, connection).build(),
        BigDecimal.TEN,
        new GapReport(CONTRACT, BigDecimal.TEN, (gap, who) -> {}));
  }

  private static TradeFixture before() {
    return trade().volume(5, 5);
  }

  private static TradeFixture after() {
    return trade().at("09:00:05").volume(20, 5);
  }

  private GapCause cause() {
    List<GapCause> causes = new ArrayList<>();
    day.reportUpTo(
        Long.MAX_VALUE,
        new GapReport(CONTRACT, BigDecimal.TEN, (gap, session) -> causes.add(gap.cause())));
    assertThat(causes).hasSize(1);
    return causes.get(0);
  }

  @Test
  void oneConnectionCarriedBoth() {
    arrives(before(), "a", FIRST);
    arrives(after(), "a", FIRST);

    assertThat(cause()).isEqualTo(GapCause.NOT_SENT);
  }

  @Test
  void anotherConnectionOfTheSession() {
    arrives(before(), "a", FIRST);
    arrives(after(), "a", SECOND);

    assertThat(cause()).isEqualTo(GapCause.RECONNECT);
  }

  @Test
  void aDuplicateThatCameFirstOnTheNewConnectionChangesNothing() {
    arrives(trade().volume(3, 3), "a", FIRST);
    arrives(trade().volume(5, 2), "a", FIRST);
    arrives(trade().volume(3, 3), "a", SECOND);
    arrives(after(), "a", SECOND);

    assertThat(cause()).isEqualTo(GapCause.RECONNECT);
  }

  @Test
  void aCopyOnTheNewConnectionShowsThatItCarriedBoth() {
    arrives(before(), "a", FIRST);
    arrives(before(), "a", SECOND);
    arrives(after(), "a", SECOND);

    assertThat(cause()).isEqualTo(GapCause.NOT_SENT);
  }

  @Test
  void theSlowerSessionCarriedBoth() {
    arrives(before(), "a", FIRST);
    arrives(before(), "b", FIRST);
    arrives(after(), "a", SECOND);
    arrives(after(), "b", FIRST);

    assertThat(cause()).isEqualTo(GapCause.NOT_SENT);
  }

  @Test
  void noSessionCarriedBothOnOneConnection() {
    arrives(before(), "a", FIRST);
    arrives(before(), "b", FIRST);
    arrives(after(), "a", SECOND);
    arrives(after(), "b", SECOND);

    assertThat(cause()).isEqualTo(GapCause.RECONNECT);
  }

  @Test
  void theJobWasRestartedBetween() {
    arrives(before(), "a", FIRST);
    arrives(after(), "a", Receipt.connection(1, 1));

    assertThat(cause()).isEqualTo(GapCause.RESTART);
  }

  @Test
  void aCaptureDoesNotSay() {
    arrives(before(), "replay", 0);
    arrives(after(), "replay", 0);

    assertThat(cause()).isEqualTo(GapCause.UNKNOWN);
  }

  @Test
  void eachPartOfADividedHoleHasItsOwn() {
    arrives(before(), "a", FIRST);
    arrives(after(), "a", SECOND);
    arrives(trade().at("09:00:02").volume(15, 5), "a", SECOND);

    assertThat(cause()).as("5 to 10; the other is filled").isEqualTo(GapCause.RECONNECT);
  }

  @Test
  void carriersOfATradeAreBounded() {
    Carrier carrier = new Carrier("a", 1, null);
    for (int i = 2; i < 100; i++) {
      carrier = carrier.and(new Carrier("a", i, null));
    }
    int count = 0;
    for (Carrier next = carrier; next != null; next = next.next()) {
      count++;
    }
    assertThat(count).isEqualTo(Carrier.MAX);
  }
}
