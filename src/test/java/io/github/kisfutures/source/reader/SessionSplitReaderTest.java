package io.github.kisfutures.source.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.feed.SessionState;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.wire.ReceivedFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsRemoval;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SessionSplitReaderTest {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final SessionSplit FIRST = split("session-1", "111V06");
  private static final SessionSplit SECOND = split("session-2", "A50607");

  private final FakeSessions sessions = new FakeSessions();
  private final SessionSplitReader reader =
      new SessionSplitReader(sessions, (session, open) -> {}, null);

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void whatHasArrivedIsFetchedBySplitInOrder() throws IOException {
    add(FIRST, SECOND);
    put(FIRST, "a", "b");
    put(SECOND, "c");

    assertThat(texts(reader.fetch()))
        .isEqualTo(Map.of("session-1", List.of("a", "b"), "session-2", List.of("c")));
  }

  @Test
  void fetchWaitsForAMessage() throws Exception {
    add(FIRST);
    Fetch fetch = new Fetch();
    fetch.awaitBlocked();

    put(FIRST, "a");

    assertThat(texts(fetch.result())).isEqualTo(Map.of("session-1", List.of("a")));
  }

  @Test
  void aWakeUpEndsAWaitingFetch() throws Exception {
    add(FIRST);
    Fetch fetch = new Fetch();
    fetch.awaitBlocked();

    reader.wakeUp();

    assertThat(texts(fetch.result())).isEmpty();
  }

  @Test
  void aWakeUpBeforeTheFetchIsNotLost() throws Exception {
    add(FIRST);
    reader.wakeUp();

    assertThat(texts(new Fetch().result())).isEmpty();
  }

  @Test
  void aReaderWithoutSessionsCanBeWokenUp() throws Exception {
    Fetch fetch = new Fetch();
    fetch.awaitBlocked();

    reader.wakeUp();

    assertThat(texts(fetch.result())).isEmpty();
  }

  @Test
  void anInterruptEndsAWaitingFetchAndStays() throws Exception {
    add(FIRST);
    Fetch fetch = new Fetch();
    fetch.awaitBlocked();

    fetch.thread.interrupt();

    assertThat(texts(fetch.result())).isEmpty();
    assertThat(fetch.interrupted.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aPausedSplitIsNotDrainedButTheOthersAre() throws IOException {
    add(FIRST, SECOND);
    reader.pauseOrResumeSplits(List.of(FIRST), List.of());
    put(FIRST, "a");
    put(SECOND, "b");

    assertThat(texts(reader.fetch())).isEqualTo(Map.of("session-2", List.of("b")));
    assertThat(sessions.opened("session-1").session().handOff().size()).isOne();
  }

  @Test
  void aResumedSplitEndsAWaitingFetch() throws Exception {
    add(FIRST);
    put(FIRST, "a");
    reader.pauseOrResumeSplits(List.of(FIRST), List.of());
    assertThat(texts(reader.fetch())).as("of the signals so far").isEmpty();
    Fetch fetch = new Fetch();
    fetch.awaitBlocked();

    reader.pauseOrResumeSplits(List.of(), List.of(FIRST));

    assertThat(texts(fetch.result())).isEqualTo(Map.of("session-1", List.of("a")));
  }

  @Test
  void manyMessagesComeInBatchesAndNoneIsLost() throws IOException {
    add(FIRST);
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      sent.add("m" + i);
      sessions.opened("session-1").session().handOff().add(event("m" + i));
    }
    List<String> fetched = new ArrayList<>();
    while (fetched.size() < sent.size()) {
      List<String> batch = texts(reader.fetch()).getOrDefault("session-1", List.of());
      assertThat(batch).hasSizeLessThanOrEqualTo(1024);
      fetched.addAll(batch);
    }

    assertThat(fetched).isEqualTo(sent);
  }

  @Test
  void aFailureForGoodIsThrownAfterItsEventWasRead() throws IOException {
    add(FIRST, SECOND);
    put(FIRST, "a");
    sessions.opened("session-2").refuse();

    assertThat(texts(reader.fetch()))
        .isEqualTo(
            Map.of(
                "session-1", List.of("a"),
                "session-2", List.of("KIS does not know the app key")));
    assertThatThrownBy(reader::fetch)
        .isInstanceOf(FatalFeedException.class)
        .hasMessage("KIS does not know the app key");
  }

  @Test
  void aFailureForGoodEndsAWaitingFetch() throws Exception {
    add(FIRST);
    Fetch fetch = new Fetch();
    fetch.awaitBlocked();

    sessions.opened("session-1").refuse();

    assertThat(fetch.result()).isNotNull();
    assertThatThrownBy(reader::fetch).isInstanceOf(FatalFeedException.class);
  }

  @Test
  void missingCredentialsAreNamed() {
    SessionSplitReader failing =
        new SessionSplitReader(
            (split, onAvailable) -> {
              throw new FatalFeedException("no app key here");
            },
            (session, open) -> {},
            null);

    assertThatThrownBy(() -> failing.handleSplitsChanges(new SplitsAddition<>(List.of(FIRST))))
        .hasMessage("no app key here")
        .hasCauseInstanceOf(FatalFeedException.class);
  }

  @Test
  void aRemovedSessionIsClosedAndTheOthersGoOn() throws IOException {
    add(FIRST, SECOND);
    put(FIRST, "a");

    reader.handleSplitsChanges(new SplitsRemoval<>(List.of(FIRST)));
    put(SECOND, "b");

    assertThat(sessions.opened("session-1").session().session().state())
        .isEqualTo(SessionState.CLOSED);
    assertThat(texts(reader.fetch())).isEqualTo(Map.of("session-2", List.of("b")));
  }

  @Test
  void closingEndsTheSessions() {
    add(FIRST, SECOND);

    reader.close();

    for (String session : List.of("session-1", "session-2")) {
      OpenSession open = sessions.opened(session).session();
      assertThat(open.session().state()).isEqualTo(SessionState.CLOSED);
      assertThat(open.handOff().add(event("late"))).as("takes no more").isFalse();
    }
  }

  /** A fetch on a thread of its own. */
  private final class Fetch {
    private final CompletableFuture<RecordsWithSplitIds<SessionMessage>> result =
        new CompletableFuture<>();
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    private final Thread thread = new Thread(this::fetch, "fetch");

    Fetch() {
      thread.setDaemon(true);
      thread.start();
    }

    private void fetch() {
      try {
        result.complete(reader.fetch());
      } catch (IOException | RuntimeException e) {
        result.completeExceptionally(e);
      }
      interrupted.complete(Thread.currentThread().isInterrupted());
    }

    void awaitBlocked() {
      Eventually.await(
          "the fetch waits", DEADLINE, () -> thread.getState() == Thread.State.WAITING);
      assertThat(result).isNotDone();
    }

    RecordsWithSplitIds<SessionMessage> result() throws Exception {
      return result.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void add(SessionSplit... splits) {
    reader.handleSplitsChanges(new SplitsAddition<>(List.of(splits)));
  }

  private void put(SessionSplit split, String... texts) {
    for (String text : texts) {
      Receipt receipt = new Receipt(0, split.session(), 1, 1);
      ReceivedFrame frame = new ReceivedFrame(text, receipt);
      sessions.opened(split.session()).session().handOff().put(new FeedMessage.Frame(frame));
    }
  }

  private static FeedEvent event(String detail) {
    return new FeedEvent(0, "session-1", FeedEvent.Kind.CONNECTED, null, null, detail);
  }

  private static SessionSplit split(String session, String contract) {
    return new SessionSplit(session, 0, 0, List.of(contract), 0);
  }

  private static Map<String, List<String>> texts(RecordsWithSplitIds<SessionMessage> records) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (@Nullable String split = records.nextSplit(); split != null; split = records.nextSplit()) {
      List<String> ofSplit = new ArrayList<>();
      for (@Nullable SessionMessage message = records.nextRecordFromSplit();
          message != null;
          message = records.nextRecordFromSplit()) {
        ofSplit.add(text(message));
      }
      texts.put(split, ofSplit);
    }
    return texts;
  }

  private static String text(SessionMessage message) {
    if (message instanceof SessionMessage.Received received) {
      return received.message() instanceof FeedMessage.Frame frame
          ? frame.frame().text()
          : ((FeedEvent) received.message()).detail();
    }
    return message.toString();
  }
}
