package io.github.kisfutures.source.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
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
          sessions, new FeedRecordDeserializer(), null, null, new TestingReaderContext());
  private final TestingReaderOutput<FeedRecord> output = new TestingReaderOutput<>();

  @AfterEach
  void close() throws Exception {
    reader.close();
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
