package io.github.kisfutures.benchmarks;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.source.TradeSerializer;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.TradeDecoder;
import io.github.kisfutures.wire.TradeEncoder;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one trade costs on its way from the wire to the operators of its contract. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TradePathBenchmark {
  private static final String FRAME =
      "0|H0ZFCNT0|001|111V06^091639^77900^5^-100^-0.13^77900^77900^77300^5^1724^1337128000^77899.50"
          + "^400.00^0.00^0.00^0.00^-500.00^32053^219^000000^3^0^000000^3^0^000000^2^600^0.36^58.23"
          + "^0.50^-1^399.50^77900^77800^0^0^105^36^-69^1075^626^0^0^6.23^0^0^0";

  private final Receipt receipt = new Receipt(1_783_642_600_000L, "session-1", 1, 1);
  private final TradeDecoder decoder = new TradeDecoder();
  private final TradeDecoder someFields =
      new TradeDecoder(EnumSet.of(TradeField.PRICE, TradeField.MARKET_BASIS));
  private final TradeSerializer serializer = new TradeSerializer();
  private final DataOutputSerializer out = new DataOutputSerializer(1024);
  private final DataInputDeserializer in = new DataInputDeserializer();
  private final StockFuturesTrade trade =
      ((DecodedFrame.Trades) decoder.decode(FRAME, receipt)).trades().get(0);

  /** Frame to trade, all 49 fields. */
  @Benchmark
  public DecodedFrame decode() {
    return decoder.decode(FRAME, receipt);
  }

  /** Frame to trade, seven fields. */
  @Benchmark
  public DecodedFrame decodeSomeFields() {
    return someFields.decode(FRAME, receipt);
  }

  /** Trade to frame. */
  @Benchmark
  public String encode() {
    return TradeEncoder.encode(List.of(trade));
  }

  /** Trade to bytes and back, as between two operators. */
  @Benchmark
  public StockFuturesTrade serialize() throws IOException {
    out.clear();
    serializer.serialize(trade, out);
    in.setBuffer(out.getSharedBuffer(), 0, out.length());
    return serializer.deserialize(in);
  }
}
