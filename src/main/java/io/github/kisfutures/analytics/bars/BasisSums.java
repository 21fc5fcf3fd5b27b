package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.arithmetic.ExactSum;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a bar sums up of the market basis, over the trades that have one. Basis in hundredths of a
 * won, time in milliseconds since midnight (KST). Mutable.
 */
final class BasisSums {
  private final Ends ends;
  private final ExactSum basis;
  private final ExactSum time;
  private final ExactSum timeSquared;
  private final ExactSum timeByBasis;
  private final ExactSum mispricing;
  private long mispricingCount;
  private long high = Long.MIN_VALUE;
  private long low = Long.MAX_VALUE;

  BasisSums() {
    this(
        new Ends(TradePoint.UP_TO_BASIS),
        new ExactSum(),
        new ExactSum(),
        new ExactSum(),
        new ExactSum(),
        new ExactSum());
  }

  private BasisSums(
      Ends ends,
      ExactSum basis,
      ExactSum time,
      ExactSum timeSquared,
      ExactSum timeByBasis,
      ExactSum mispricing) {
    this.ends = ends;
    this.basis = basis;
    this.time = time;
    this.timeSquared = timeSquared;
    this.timeByBasis = timeByBasis;
    this.mispricing = mispricing;
  }

  void add(StockFuturesTrade trade) {
    long value = trade.raw(TradeField.MARKET_BASIS);
    if (value == StockFuturesTrade.NULL) {
      return;
    }
    ends.add(trade);
    high = Math.max(high, value);
    low = Math.min(low, value);
    long eventTime = trade.eventTimeMillis();
    long timeOfDay = eventTime - KoreaTime.midnightMillis(eventTime);
    basis.add(value);
    time.add(timeOfDay);
    timeSquared.addProduct(timeOfDay, timeOfDay);
    timeByBasis.addProduct(timeOfDay, value);
    long theoretical = trade.raw(TradeField.THEORETICAL_BASIS);
    if (theoretical != StockFuturesTrade.NULL) {
      mispricing.add(value);
      mispricing.add(-theoretical);
      mispricingCount++;
    }
  }

  void add(BasisSums other) {
    ends.add(other.ends);
    high = Math.max(high, other.high);
    low = Math.min(low, other.low);
    basis.add(other.basis);
    time.add(other.time);
    timeSquared.add(other.timeSquared);
    timeByBasis.add(other.timeByBasis);
    mispricing.add(other.mispricing);
    mispricingCount += other.mispricingCount;
  }

  /** Trades with a basis; where there is none, high and low say nothing. */
  long count() {
    return ends.count();
  }

  TradePoint first() {
    return ends.first();
  }

  TradePoint last() {
    return ends.last();
  }

  long high() {
    return high;
  }

  long low() {
    return low;
  }

  ExactSum basis() {
    return basis;
  }

  ExactSum time() {
    return time;
  }

  ExactSum timeSquared() {
    return timeSquared;
  }

  ExactSum timeByBasis() {
    return timeByBasis;
  }

  /** Sum of basis minus theoretical basis over the trades that have both. */
  ExactSum mispricing() {
    return mispricing;
  }

  long mispricingCount() {
    return mispricingCount;
  }

  BasisSums copy() {
    BasisSums copy =
        new BasisSums(
            ends.copy(),
            basis.copy(),
            time.copy(),
            timeSquared.copy(),
            timeByBasis.copy(),
            mispricing.copy());
    copy.mispricingCount = mispricingCount;
    copy.high = high;
    copy.low = low;
    return copy;
  }

  void write(DataOutputView out) throws IOException {
    ends.write(out);
    basis.write(out);
    time.write(out);
    timeSquared.write(out);
    timeByBasis.write(out);
    mispricing.write(out);
    out.writeLong(mispricingCount);
    out.writeLong(high);
    out.writeLong(low);
  }

  void read(DataInputView in) throws IOException {
    ends.read(in);
    basis.read(in);
    time.read(in);
    timeSquared.read(in);
    timeByBasis.read(in);
    mispricing.read(in);
    mispricingCount = in.readLong();
    high = in.readLong();
    low = in.readLong();
  }
}
