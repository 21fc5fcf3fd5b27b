package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SingleThreadSchedulerTest {
  private final SingleThreadScheduler scheduler = new SingleThreadScheduler("test-session");

  @AfterEach
  void close() {
    scheduler.close();
  }

  @Test
  void runsTasksInOrderOnOneDaemonThread() throws Exception {
    List<Integer> order = new CopyOnWriteArrayList<>();
    CompletableFuture<Thread> last = new CompletableFuture<>();
    for (int i = 0; i < 100; i++) {
      int number = i;
      scheduler.execute(() -> order.add(number));
    }
    scheduler.execute(() -> last.complete(Thread.currentThread()));
    Thread thread = last.get(10, TimeUnit.SECONDS);

    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).isEqualTo("test-session");
    assertThat(order).hasSize(100).isSorted();
  }

  @Test
  void runsDelayedTasksNotBeforeTheirTime() throws Exception {
    CompletableFuture<Long> ran = new CompletableFuture<>();
    long before = scheduler.elapsedMillis();
    scheduler.schedule(Duration.ofMillis(50), () -> ran.complete(scheduler.elapsedMillis()));

    assertThat(ran.get(10, TimeUnit.SECONDS) - before).isGreaterThanOrEqualTo(49);
  }

  @Test
  void aTaskCancelledFromATaskDoesNotRun() throws Exception {
    List<String> ran = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    scheduler.execute(
        () -> {
          SessionScheduler.Cancellable timer =
              scheduler.schedule(Duration.ofMillis(1), () -> ran.add("cancelled"));
          scheduler.schedule(Duration.ofMillis(20), done::countDown);
          timer.cancel();
        });

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ran).isEmpty();
  }

  @Test
  void closingRunsWhatWasGivenAndTakesNoMore() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    CompletableFuture<String> given = new CompletableFuture<>();
    scheduler.execute(
        () -> {
          try {
            hold.await();
          } catch (InterruptedException e) {
            given.completeExceptionally(e);
          }
        });
    scheduler.execute(() -> given.complete("ran"));
    scheduler.schedule(Duration.ofMillis(1), () -> given.complete("a delayed task ran"));
    scheduler.close();
    hold.countDown();

    assertThat(given.get(10, TimeUnit.SECONDS)).isEqualTo("ran");
    assertThatThrownBy(() -> scheduler.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void aTaskThatThrowsIsReportedAndTheNextOneRuns() throws Exception {
    CompletableFuture<Throwable> reported = new CompletableFuture<>();
    CompletableFuture<String> next = new CompletableFuture<>();
    scheduler.execute(
        () -> Thread.currentThread().setUncaughtExceptionHandler((t, e) -> reported.complete(e)));
    scheduler.execute(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    scheduler.execute(() -> next.complete("ran"));

    assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo("ran");
    assertThat(reported.get(10, TimeUnit.SECONDS)).hasMessage("on purpose");
  }
}
