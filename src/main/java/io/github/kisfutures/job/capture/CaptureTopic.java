package io.github.kisfutures.job.capture;

import io.github.kisfutures.wire.ContractFrames;
import io.github.kisfutures.wire.ReceivedFrame;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Frames as records of a Kafka topic: the key is the contract (none for a frame that cannot be
 * decoded), the value a capture line, the timestamp the receive time. So a contract's trades stay
 * in their order, in one partition, and the format {@code kis} reads them.
 *
 * <p>At least once: nothing is held back for a commit, because KIS cannot replay and what has
 * arrived must be in Kafka also when the process is killed. A record that is written twice does no
 * harm: its trades' volume is covered already.
 */
final class CaptureTopic {
  private CaptureTopic() {}

  /** The sink; a checkpoint waits until the broker has all records before it. */
  static KafkaSink<Tuple2<@Nullable String, ReceivedFrame>> sink(CaptureTarget.Topic target) {
    return KafkaSink.<Tuple2<@Nullable String, ReceivedFrame>>builder()
        .setBootstrapServers(target.servers())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setProperty("acks", "all")
        .setRecordSerializer(new Serialization(target.topic()))
        .build();
  }

  /** Parts a frame by contract. */
  static final class ByContract
      extends RichFlatMapFunction<ReceivedFrame, Tuple2<@Nullable String, ReceivedFrame>> {
    private static final long serialVersionUID = 1L;

    private transient ContractFrames frames = new ContractFrames();

    @Override
    public void open(OpenContext context) {
      frames = new ContractFrames();
    }

    @Override
    public void flatMap(
        ReceivedFrame frame, Collector<Tuple2<@Nullable String, ReceivedFrame>> out) {
      for (ContractFrames.Part part : frames.of(frame)) {
        out.collect(new Tuple2<>(part.contract(), part.frame()));
      }
    }
  }

  private record Serialization(String topic)
      implements KafkaRecordSerializationSchema<Tuple2<@Nullable String, ReceivedFrame>> {

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        Tuple2<@Nullable String, ReceivedFrame> part,
        KafkaSinkContext context,
        @Nullable Long timestamp) {
      String contract = part.f0;
      ReceivedFrame frame = part.f1;
      return new ProducerRecord<>(
          topic,
          null,
          frame.receipt().receivedAtMillis(),
          contract == null ? null : contract.getBytes(StandardCharsets.UTF_8),
          CaptureText.of(frame).getBytes(StandardCharsets.UTF_8));
    }
  }
}
