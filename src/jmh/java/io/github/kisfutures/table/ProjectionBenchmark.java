package io.github.kisfutures.table;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.wire.ReceivedFrame;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.DataType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it saves that a query decodes only the columns it asks for: a frame of one trade to a row.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ProjectionBenchmark {
  private static final String FRAME =
      "0|H0ZFCNT0|001|111V06^091639^77900^5^-100^-0.13^77900^77900^77300^5^1724^1337128000^77899.50"
          + "^400.00^0.00^0.00^0.00^-500.00^32053^219^000000^3^0^000000^3^0^000000^2^600^0.36^58.23"
          + "^0.50^-1^399.50^77900^77800^0^0^105^36^-69^1075^626^0^0^6.23^0^0^0";

  private final ReceivedFrame frame =
      new ReceivedFrame(FRAME, new Receipt(1_783_642_600_000L, "session-1", 1, 1));
  private final RowDeserializer all = deserializer(allColumns());
  private final RowDeserializer three =
      deserializer(
          List.of(
              DataTypes.FIELD("contract", DataTypes.STRING()),
              DataTypes.FIELD("price", DataTypes.BIGINT()),
              DataTypes.FIELD("event_time", DataTypes.TIMESTAMP_LTZ(3))));

  private final RowDeserializer twelve =
      deserializer(
          Stream.of(
                  "contract",
                  "trade_time",
                  "price",
                  "change",
                  "quantity",
                  "cumulative_volume",
                  "cumulative_value",
                  "market_basis",
                  "open_interest",
                  "best_ask",
                  "best_bid",
                  "event_time")
              .map(ProjectionBenchmark::field)
              .toList());

  private static List<DataTypes.Field> allColumns() {
    return TickColumn.names().stream().map(ProjectionBenchmark::field).toList();
  }

  private static DataTypes.Field field(String column) {
    return DataTypes.FIELD(column, type(column));
  }

  private static DataType type(String column) {
    return switch (TickColumn.find(column).type()) {
      case BIGINT -> DataTypes.BIGINT();
      case DECIMAL -> DataTypes.DECIMAL(18, 2);
      case TEXT -> DataTypes.STRING();
      case TIME -> DataTypes.TIME(0);
      case TIMESTAMP -> DataTypes.TIMESTAMP_LTZ(3);
    };
  }

  private static RowDeserializer deserializer(List<DataTypes.Field> fields) {
    TickRowType rows = new TickRowType(DataTypes.ROW(fields), List.of());
    RowDeserializer deserializer =
        new RowDeserializer(
            rows.rows(), InternalTypeInfo.of(rows.type().getLogicalType()), FaultyFrames.SKIP);
    deserializer.open();
    return deserializer;
  }

  /** All 52 columns. */
  @Benchmark
  public void allColumnsOfATrade(Blackhole out) {
    all.frame(frame, (row, time) -> out.consume(row));
  }

  /** Twelve columns: what bars with basis and open interest need. */
  @Benchmark
  public void twelveColumnsOfATrade(Blackhole out) {
    twelve.frame(frame, (row, time) -> out.consume(row));
  }

  /** Three columns: the six mandatory fields are read, the others skipped. */
  @Benchmark
  public void threeColumnsOfATrade(Blackhole out) {
    three.frame(frame, (row, time) -> out.consume(row));
  }
}
