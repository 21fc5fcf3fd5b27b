package io.github.kisfutures.job.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.transformations.PhysicalTransformation;
import org.junit.jupiter.api.Test;

class OperatorUidsTest {

  private static Set<String> uids(int parallelism, int planNumber) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
    DataStream<Long> bars = env.fromSequence(1, 2).uid("source").map(n -> n).uid("bars-rows");
    for (int i = 0; i < 2; i++) {
      bars.rebalance().map(n -> n).name("Calc[" + (planNumber + i) + "]").sinkTo(sink());
    }
    bars.union(bars.map(n -> n).uid("gaps-rows")).map(n -> n).name("Union").sinkTo(sink());
    OperatorUids.complete(env);
    Set<String> uids = new TreeSet<>();
    for (Transformation<?> sink : env.getTransformations()) {
      for (Transformation<?> each : sink.getTransitivePredecessors()) {
        if (each instanceof PhysicalTransformation) {
          uids.add(String.valueOf(each.getUid()));
        }
      }
    }
    return uids;
  }

  private static DiscardingSink<Long> sink() {
    return new DiscardingSink<>();
  }

  @Test
  void areTheSameAtAnyParallelismAndInAnyJvm() {
    assertThat(uids(4, 70)).isEqualTo(uids(1, 3));
  }

  @Test
  void nameTheStreamAndAreUnique() {
    assertThat(uids(1, 1))
        .containsAll(List.of("source", "bars-rows", "gaps-rows"))
        .containsAll(List.of("bars-rows/Calc", "bars-rows/Calc-2", "bars-rows+gaps-rows/Union"))
        .doesNotContain("null")
        .hasSize(9);
  }
}
