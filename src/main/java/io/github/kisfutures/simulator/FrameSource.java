package io.github.kisfutures.simulator;

import io.github.kisfutures.market.StockFuturesTrade;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Where a simulator's data frames come from: a market, a capture, or nowhere. Asked by one thread
 * at a time, with a clock that does not run backwards.
 */
public interface FrameSource extends AutoCloseable {

  /**
   * A frame that is due.
   *
   * @param text the frame
   * @param contracts contracts of its records; empty where they cannot be told, then everybody who
   *     registered anything gets it
   * @param trades the trades it holds, where they were made here, else none
   */
  record DueFrame(String text, Set<String> contracts, List<StockFuturesTrade> trades) {}

  /** The simulator starts now. Called once, before everything else. */
  default void begin(Instant now) {}

  /**
   * The frames due by now and not given out before, in order.
   *
   * @param registrations contracts registered at the moment, over all sessions
   */
  List<DueFrame> due(Instant now, int registrations);

  /**
   * For a while from now on there are so many records a second; nothing where the source cannot
   * make records of its own.
   */
  default void rush(int recordsPerSecond, Instant from, Duration length) {}

  /** The source has stood still for a while; what is to come is put off. */
  default void halt(Duration halt) {}

  /** Whether no frame will be due any more. */
  default boolean ended() {
    return false;
  }

  /** Whether the source waits while a client is slow to read; a market does not. */
  default boolean waitsForReaders() {
    return false;
  }

  @Override
  default void close() {}

  /** No frames but those pushed by hand. */
  static FrameSource none() {
    return (now, registrations) -> List.of();
  }

  /** A market that trades around the clock and stamps its trades with the current time. */
  static FrameSource market(MarketSettings settings) {
    return new MarketSource(settings);
  }

  /**
   * The data frames of a capture.
   *
   * @throws IllegalArgumentException with one sentence, if there is no capture, or its first line
   *     is none
   */
  static FrameSource replay(CaptureReplay replay) {
    return new ReplaySource(replay);
  }
}
