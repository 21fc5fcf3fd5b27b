package io.github.kisfutures.source.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.reference.SampleRecord;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.FeedRecordDeserializer;
import io.github.kisfutures.source.enumerator.SessionPlan;
import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.wire.ReceivedFrame;
import java.time.Duration;
import java.util.List;
import org.apache.flink.connector.testutils.source.reader.TestingReaderContext;
import org.apache.flink.connector.testutils.source.reader.TestingReaderOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KisSourceReaderTest {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final FakeSessions sessions = new FakeSessions();
  private final SessionPlan plan = SessionPlan.of(List.of("111V06", "A50607"), 2, 41, 1);
  private final KisSourceReader<FeedRecord> reader =
      new KisSourceReader<>(
          plan, sessions, new FeedRecordDeserializer(), new TestingReaderContext());
  private final TestingReaderOutput<FeedRecord> output = new TestingReaderOutput<>();

  @AfterEach
  void close() throws Exception {
    reader.close();
  }

  @Test
  void aRestoredSessionGetsTheContractsOfThePlan() throws Exception {
    add(new SessionSplit("session-1", 0, 0, List.of("A11610"), 3));
    awaitOpened(1);

    assertThat(sessions.splits())
        .containsExactly(new SessionSplit("session-1", 0, 0, List.of("111V06"), 3));
    assertThat(next())
        .isEqualTo(
            new FeedRecord.Happened(
                new FeedEvent(
                    FakeSessions.NOW.toEpochMilli(),
                    "session-1",
                    FeedEvent.Kind.CONTRACTS_CHANGED,
                    null,
                    null,
                    "since the last checkpoint feed.contracts added 111V06; removed A11610")));
  }

  @Test
  void aSessionThatIsNotPlannedAnyMoreIsNotOpened() throws Exception {
    add(new SessionSplit("session-9", 8, 8, List.of("A11610"), 3), plan.sessions().get(1));
    awaitOpened(1);

    assertThat(sessions.splits()).containsExactly(plan.sessions().get(1));
    assertThat(reader.snapshotState(1)).extracting(SessionSplit::session).containsOnly("session-2");
  }

  @Test
  void framesBecomeRecordsAndNothingIsToldWhereNothingChanged() throws Exception {
    add(plan.sessions().get(0));
    awaitOpened(1);
    Receipt receipt = new Receipt(FakeSessions.NOW.toEpochMilli(), "session-1", 1, 1);
    sessions
        .opened("session-1")
        .session()
        .handOff()
        .put(new FeedMessage.Frame(new ReceivedFrame(SampleRecord.officialFrame(), receipt)));

    assertThat(next()).isInstanceOf(FeedRecord.Trade.class);
  }

  @Test
  void aCheckpointHoldsTheSessionsOneRestartOn() throws Exception {
    add(plan.sessions().toArray(SessionSplit[]::new));
    awaitOpened(2);

    assertThat(reader.snapshotState(1))
        .containsExactlyInAnyOrderElementsOf(
            plan.sessions().stream().map(SessionSplit::afterRestart).toList());
  }

  private void add(SessionSplit... splits) {
    reader.start();
    reader.addSplits(List.of(splits));
  }

  private void awaitOpened(int count) {
    Eventually.await(count + " sessions", DEADLINE, () -> sessions.splits().size() == count);
  }

  private FeedRecord next() throws Exception {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (output.getEmittedRecords().isEmpty() && System.nanoTime() < end) {
      reader.pollNext(output);
    }
    assertThat(output.getEmittedRecords()).hasSize(1);
    return output.getEmittedRecords().get(0);
  }
}
