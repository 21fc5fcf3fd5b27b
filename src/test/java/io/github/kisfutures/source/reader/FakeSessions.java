package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.ApprovalException;
import io.github.kisfutures.feed.Credentials;
import io.github.kisfutures.feed.FeedEnvironment;
import io.github.kisfutures.feed.FeedSession;
import io.github.kisfutures.feed.FeedSettings;
import io.github.kisfutures.feed.HandOff;
import io.github.kisfutures.feed.SessionPast;
import io.github.kisfutures.feed.SessionScheduler;
import io.github.kisfutures.source.split.SessionSplit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions that wait for an approval key for ever, so that a test alone decides what arrives. */
final class FakeSessions implements SessionOpener {
  static final Instant NOW = Instant.parse("2026-07-10T00:16:39Z");

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Opened> opened = new LinkedHashMap<>();

  /** What was opened for a split. */
  record Opened(SessionSplit split, OpenSession session, CompletableFuture<String> approval) {
    /** KIS refuses the app key: the session fails for good. */
    void refuse() {
      approval.completeExceptionally(
          new ApprovalException("KIS does not know the app key", true, "EGW00103", null));
    }
  }

  @Override
  public synchronized OpenSession open(SessionSplit split, Runnable onAvailable) {
    CompletableFuture<String> approval = new CompletableFuture<>();
    FeedSettings settings = FeedSettings.defaults();
    FeedEnvironment environment =
        new FeedEnvironment(
            InstantSource.fixed(NOW),
            new DirectScheduler(),
            credentials -> approval,
            (uri, listener) -> {
              throw new IllegalStateException("nothing is approved, so nothing connects");
            },
            new Random(1));
    HandOff handOff = new HandOff(16, environment.clock(), onAvailable);
    FeedSession session =
        new FeedSession(
            split.session(),
            new Credentials("key", "secret"),
            split.contracts(),
            SessionPast.NONE,
            settings,
            environment,
            handOff);
    session.start();
    OpenSession open = new OpenSession(session, handOff, environment);
    opened.put(split.session(), new Opened(split, open, approval));
    return open;
  }

  /** What was opened under a session's name. */
  synchronized Opened opened(String session) {
    return Objects.requireNonNull(opened.get(session), session);
  }

  /** The splits opened so far, in order. */
  synchronized List<SessionSplit> splits() {
    return opened.values().stream().map(Opened::split).toList();
  }

  /** Runs tasks at once, and delayed ones never. */
  private static final class DirectScheduler implements SessionScheduler {
    private final Map<Runnable, Boolean> delayed = new ConcurrentHashMap<>();

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
      delayed.put(task, true);
      return () -> delayed.remove(task);
    }

    @Override
    public long elapsedMillis() {
      return 0;
    }
  }
}
