package io.github.kisfutures.job;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Running totals of a job that its closing summary tells; each is a Flink accumulator. */
public enum FeedCount {
  /** Data frames read, rejected ones included. */
  FRAMES("frames"),
  /** Trades decoded, duplicates included. */
  RECORDS("records"),
  /** Frames rejected. */
  REJECTED("rejected"),
  /** Frames decoded. */
  DECODED("decoded"),
  /** Trades of contracts that a replay was not asked for. */
  LEFT_OUT("leftOut"),
  /** Characters read from captured files. */
  CHARACTERS("characters");

  private final String accumulator;

  FeedCount(String accumulator) {
    this.accumulator = accumulator;
  }

  /** Name of the accumulator. */
  public String accumulator() {
    return accumulator;
  }

  /** Registers the accumulator with an operator. */
  public LongCounter register(RuntimeContext context) {
    LongCounter counter = new LongCounter();
    context.addAccumulator(accumulator, counter);
    return counter;
  }
}
