package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.reference.SampleRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PacingTest {
  private static final FrameSource.DueFrame FRAME =
      new FrameSource.DueFrame("frame", Set.of("111V06"), List.of());

  private final VirtualTime time = new VirtualTime();
  private final FakeLine line = new FakeLine();
  private final FakeSource source = new FakeSource();
  private Pacing pacing;

  private static final class FakeLine implements ClientLine {
    final List<String> sent = new ArrayList<>();
    int backlog;
    boolean cut;

    @Override
    public void send(Outgoing message) {
      sent.add(((Outgoing.Text) message).text());
    }

    @Override
    public void cut() {
      cut = true;
    }

    @Override
    public void cutWhenSent() {
      cut = true;
    }

    @Override
    public void close(int code) {
      cut = true;
    }

    @Override
    public void mute() {}

    @Override
    public void stopReading() {}

    @Override
    public void readOn() {}

    @Override
    public void stopWriting() {}

    @Override
    public void writeOn() {}

    @Override
    public int backlog() {
      return backlog;
    }
  }

  private static final class FakeSource implements FrameSource {
    boolean waits;
    boolean fails;
    boolean closed;
    Duration halted = Duration.ZERO;

    @Override
    public List<DueFrame> due(Instant now, int registrations) {
      if (fails) {
        throw new IllegalStateException("out of order");
      }
      return registrations == 1 ? List.of(FRAME) : List.of();
    }

    @Override
    public void halt(Duration halt) {
      halted = halted.plus(halt);
    }

    @Override
    public boolean waitsForReaders() {
      return waits;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @BeforeEach
  void oneSession() {
    SimulatorSettings settings = SimulatorSettings.defaults();
    Journal journal = new Journal(true);
    Faults faults = new Faults(FaultPlan.NONE, new SessionNumbers(settings.accounts()));
    Audience audience = new Audience(journal, faults);
    Disturbances disturbances =
        new Disturbances(
            faults, audience, new ApprovalKeys(settings.approvalLifetime(), UUID::randomUUID));
    ClientSession session = new ClientSession(1, line, time.instant());
    session.open("app key", "approval key");
    session.contracts().add("111V06");
    audience.add(session);
    pacing = new Pacing(source, audience, disturbances, journal, settings, time);
  }

  @Test
  void everyTickHandsOutWhatIsDue() {
    pacing.start(time);

    time.pass(Duration.ofMillis(10));
    time.pass(Duration.ofMillis(10));

    assertThat(line.sent).containsExactly("frame", "frame");
  }

  @Test
  void countersThatBeginAnewDoSoForEverySession() {
    SimulatorSettings settings = SimulatorSettings.defaults();
    List<Fault> next = new ArrayList<>(List.of(Fault.of(FaultWord.RESET_COUNTERS)));
    FaultPlan once =
        new FaultPlan() {
          @Override
          public List<Fault> on(Happening happening) {
            return next.isEmpty() ? List.of() : List.of(next.remove(0));
          }
        };
    Audience audience =
        new Audience(new Journal(true), new Faults(once, new SessionNumbers(settings.accounts())));
    FakeLine other = new FakeLine();
    for (FakeLine each : List.of(line, other)) {
      ClientSession session = new ClientSession(1, each, time.instant());
      session.open("app key", "approval key");
      session.contracts().add("111V06");
      audience.add(session);
    }

    audience.deliver(SampleRecord.officialFrame(), Set.of("111V06"), time.instant());

    assertThat(line.sent).hasSize(1).isEqualTo(other.sent);
    assertThat(line.sent.get(0)).contains("^5^5^3895000^");
  }

  @Test
  void aSourceThatCanWaitDoesSoForASlowReader() {
    source.waits = true;
    line.backlog = 5_000;
    pacing.start(time);

    time.pass(Duration.ofMillis(10));
    assertThat(line.sent).isEmpty();
    line.backlog = 0;
    time.pass(Duration.ofMillis(10));

    assertThat(line.sent).containsExactly("frame");
    assertThat(line.cut).isFalse();
  }

  @Test
  void aMarketGivesUpAClientThatDoesNotRead() {
    line.backlog = 65_536;
    pacing.start(time);
    time.pass(Duration.ofMillis(10));
    assertThat(line.cut).isFalse();

    line.backlog++;
    time.pass(Duration.ofMillis(10));

    assertThat(line.cut).isTrue();
  }

  @Test
  void aSourceThatFailsIsLeftAloneAndProbesGoOn() {
    source.fails = true;
    pacing.start(time);

    time.pass(Duration.ofSeconds(10));

    assertThat(pacing.failure()).hasMessage("out of order");
    assertThat(pacing.ended()).isTrue();
    assertThat(line.sent).hasSize(1).allMatch(text -> text.contains("PINGPONG"));
  }

  @Test
  void aPauseIsAHaltOfTheSource() {
    pacing.pause();
    pacing.start(time);
    time.pass(Duration.ofSeconds(3));
    pacing.resume();
    pacing.resume();

    assertThat(line.sent).isEmpty();
    assertThat(source.halted).isEqualTo(Duration.ofSeconds(3));
    time.pass(Duration.ofMillis(10));
    assertThat(line.sent).containsExactly("frame");
  }

  @Test
  void stoppingEndsTheTicksAndClosesTheSource() {
    pacing.start(time);

    pacing.stop();
    time.pass(Duration.ofMillis(10));

    assertThat(line.sent).isEmpty();
    assertThat(source.closed).isTrue();
  }
}
