package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.wire.ReceivedFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HandOffTest {
  private final ManualScheduler clock = new ManualScheduler();
  private final AtomicInteger announced = new AtomicInteger();
  private final HandOff handOff = new HandOff(2, clock, announced::incrementAndGet);
  private final List<FeedMessage> out = new ArrayList<>();

  private static FeedMessage.Frame frame(String session, long sequence) {
    return new FeedMessage.Frame(
        new ReceivedFrame("0|" + sequence, new Receipt(0, session, 1, sequence)));
  }

  private static FeedMessage.Frame frame(long sequence) {
    return frame("s", sequence);
  }

  private static FeedEvent event(String detail) {
    return new FeedEvent(0, "s", FeedEvent.Kind.STALLED, null, null, detail);
  }

  /** A thread that puts; done when it is let go. */
  private CompletableFuture<Boolean> putting(FeedMessage message) {
    return CompletableFuture.supplyAsync(
        () -> handOff.put(message), task -> new Thread(task).start());
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    Eventually.await("the hand-off", Duration.ofSeconds(10), condition);
  }

  @Test
  void givesWhatWasPutInOrder() {
    handOff.put(frame(0));
    handOff.put(frame(1));

    assertThat(handOff.isFull()).isTrue();
    assertThat(handOff.drainTo(out, 1)).isEqualTo(1);
    assertThat(handOff.isFull()).isFalse();
    assertThat(handOff.drainTo(out, 5)).isEqualTo(1);
    assertThat(handOff.drainTo(out, 5)).isZero();
    assertThat(out).containsExactly(frame(0), frame(1));
  }

  @Test
  void aFrameTooManyWaitsForRoomAndKeepsItsPlace() throws Exception {
    handOff.put(frame(0));
    handOff.put(frame(1));
    CompletableFuture<Boolean> third = putting(frame(2));
    await(() -> handOff.size() == 3);
    handOff.add(event("behind"));
    assertThat(third).isNotDone();

    handOff.drainTo(out, 1);
    assertThat(third).isNotDone();
    handOff.drainTo(out, 1);
    assertThat(third.get(10, TimeUnit.SECONDS)).isTrue();
    handOff.drainTo(out, 10);
    assertThat(out).containsExactly(frame(0), frame(1), frame(2), event("behind"));
  }

  @Test
  void aLongFrameCountsAsSeveral() {
    String twoRecords = "0".repeat(400);
    FeedMessage.Frame frame =
        new FeedMessage.Frame(new ReceivedFrame(twoRecords, new Receipt(0, "s", 1, 0)));
    handOff.add(frame);

    assertThat(handOff.size()).isEqualTo(1);
    assertThat(handOff.isFull()).isTrue();
    handOff.drainTo(out, 1);
    assertThat(handOff.isFull()).isFalse();
    assertThat(handOff.size()).isZero();
  }

  @Test
  void placesCountUntilTheyAreDecidedAndRead() {
    HandOff.Place first = handOff.reserve();
    HandOff.Place second = handOff.reserve();
    assertThat(handOff.isFull()).as("replies must not pile up either").isTrue();
    second.decide(List.of());
    assertThat(handOff.drainTo(out, 5)).isZero();
    assertThat(handOff.isFull()).isTrue();
    first.decide(List.of());

    assertThat(handOff.drainTo(out, 5)).isZero();
    assertThat(handOff.isFull()).isFalse();
    assertThat(handOff.size()).isZero();
  }

  @Test
  void eventsNeverWait() {
    for (int i = 0; i < 100; i++) {
      assertThat(handOff.add(event("e" + i))).isTrue();
    }
    assertThat(handOff.size()).isEqualTo(100);
  }

  @Test
  void closingReleasesWaitingThreadsAndLosesNothingThatWasTaken() throws Exception {
    handOff.put(frame(0));
    handOff.put(frame(1));
    CompletableFuture<Boolean> third = putting(frame(2));
    await(() -> handOff.size() == 3);
    handOff.close();

    assertThat(third.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(handOff.put(frame(3))).isFalse();
    assertThat(handOff.add(event("late"))).isFalse();
    handOff.drainTo(out, 10);
    assertThat(out).containsExactly(frame(0), frame(1), frame(2));
  }

  @Test
  void oneWaitingThreadCanBeReleasedAlone() throws Exception {
    AtomicBoolean released = new AtomicBoolean();
    for (int i = 0; i < 3; i++) {
      handOff.add(event("e" + i));
    }
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(
            () -> handOff.awaitRoom(released::get), task -> new Thread(task).start());
    released.set(true);
    handOff.wake();

    assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void tellsWhenThereIsSomethingAfterNothing() {
    handOff.put(frame(0));
    handOff.put(frame(1));
    assertThat(announced).hasValue(1);
    handOff.drainTo(out, 1);
    handOff.put(frame(2));
    assertThat(announced).hasValue(1);
    handOff.drainTo(out, 2);
    handOff.add(event("e"));
    assertThat(announced).hasValue(2);
    handOff.close();
    assertThat(announced).hasValue(3);
  }

  @Test
  void aPlaceHoldsBackWhatStandsBehindUntilItIsDecided() {
    handOff.put(frame(0));
    HandOff.Place place = handOff.reserve();
    handOff.add(frame(1)); // without waiting for room
    assertThat(handOff.drainTo(out, 10)).isEqualTo(1);
    int before = announced.get();

    place.decide(List.of(event("a"), event("b")));
    place.decide(List.of(event("again")));

    assertThat(announced.get()).isGreaterThan(before);
    assertThat(handOff.size()).isEqualTo(3);
    assertThat(handOff.drainTo(out, 1)).isEqualTo(1);
    assertThat(handOff.drainTo(out, 10)).isEqualTo(2);
    assertThat(out).containsExactly(frame(0), event("a"), event("b"), frame(1));
    assertThat(handOff.size()).isZero();
  }

  @Test
  void aPlaceWithNothingHidesNoMessageThatComesLater() {
    handOff.reserve().decide(List.of());
    int before = announced.get();
    handOff.put(frame(0));

    assertThat(announced.get()).isEqualTo(before + 1);
    assertThat(handOff.drainTo(out, 10)).isEqualTo(1);
  }

  @Test
  void measuresTheTimeSpentFull() {
    handOff.put(frame(0));
    clock.advance(Duration.ofSeconds(1));
    handOff.put(frame(1));
    clock.advance(Duration.ofMillis(300));
    assertThat(handOff.fullTimeMillis()).isEqualTo(300);
    handOff.drainTo(out, 1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(handOff.fullTimeMillis()).isEqualTo(300);
    handOff.put(frame(2));
    clock.advance(Duration.ofMillis(200));
    handOff.drainTo(out, 2);
    assertThat(handOff.fullTimeMillis()).isEqualTo(500);
  }

  @Test
  void refusesACapacityBelowOne() {
    assertThatThrownBy(() -> new HandOff(0, clock)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsLostOrReorderedUnderThreads() throws Exception {
    int producers = 3;
    int each = 20_000;
    HandOff shared = new HandOff(7, clock);
    List<Thread> threads = new ArrayList<>();
    for (int p = 0; p < producers; p++) {
      String session = "s" + p;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  shared.put(frame(session, i));
                }
              });
      thread.start();
      threads.add(thread);
    }
    long[] next = new long[producers];
    int largest = 0;
    int total = 0;
    while (total < producers * each) {
      largest = Math.max(largest, shared.size());
      out.clear();
      shared.drainTo(out, 5);
      for (FeedMessage message : out) {
        Receipt receipt = ((FeedMessage.Frame) message).frame().receipt();
        int producer = receipt.session().charAt(1) - '0';
        assertThat(receipt.sequence()).isEqualTo(next[producer]++);
      }
      total += out.size();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(next).containsOnly(each);
    assertThat(largest).isLessThanOrEqualTo(7 + producers);
    assertThat(shared.size()).isZero();
  }
}
