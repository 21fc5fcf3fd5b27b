package io.github.kisfutures;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A broker in this JVM, for tests. */
public final class KafkaBroker implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaClusterTestKit kit;

  private KafkaBroker(KafkaClusterTestKit kit) {
    this.kit = kit;
  }

  /** Starts one. */
  public static KafkaBroker start() throws Exception {
    return start(Map.of());
  }

  /** Starts one with some settings of its own. */
  public static KafkaBroker start(Map<String, String> settings) throws Exception {
    TestKitNodes nodes =
        new TestKitNodes.Builder()
            .setCombined(true)
            .setNumBrokerNodes(1)
            .setNumControllerNodes(1)
            .build();
    KafkaClusterTestKit.Builder builder =
        new KafkaClusterTestKit.Builder(nodes)
            .setConfigProp("offsets.topic.replication.factor", "1")
            .setConfigProp("transaction.state.log.replication.factor", "1")
            .setConfigProp("transaction.state.log.min.isr", "1");
    settings.forEach(builder::setConfigProp);
    KafkaClusterTestKit kit = builder.build();
    kit.format();
    kit.startup();
    kit.waitForReadyBrokers();
    return new KafkaBroker(kit);
  }

  /** What {@code bootstrap.servers} must say. */
  public String servers() {
    return kit.bootstrapServers();
  }

  /** Nobody answers any more, until {@link #resume}. */
  public void interrupt() {
    kit.brokers().values().forEach(broker -> broker.shutdown());
  }

  /** Goes on at the same address with what it had. */
  public void resume() throws Exception {
    kit.brokers().values().forEach(broker -> broker.startup());
    kit.waitForReadyBrokers();
  }

  /** Writes values to a topic of one partition, in their order. */
  public void write(String topic, List<String> values) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", servers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, value.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  /**
   * All records of a topic that a {@code read_committed} consumer sees now, by partition and
   * offset; none, if there is no such topic.
   */
  public List<ConsumerRecord<String, String>> read(String topic) {
    return read(topic, "read_committed");
  }

  /** All records of a topic, those of open and ended transactions included. */
  public List<ConsumerRecord<String, String>> readUncommitted(String topic) {
    return read(topic, "read_uncommitted");
  }

  /** Transactional ids that have a transaction open. */
  public Set<String> openTransactions() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      return admin.listTransactions().all().get().stream()
          .filter(transaction -> transaction.state() == TransactionState.ONGOING)
          .map(TransactionListing::transactionalId)
          .collect(Collectors.toSet());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not list its transactions", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private List<ConsumerRecord<String, String>> read(String topic, String isolation) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", servers());
    properties.put("isolation.level", isolation);
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().getOrDefault(topic, List.of()).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      // of a read_committed consumer: up to the first transaction that is still open
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(POLL).forEach(records::add);
      }
    }
    return records;
  }

  /** Writes a record in a transaction that nobody ends, as one who is killed does. */
  public void leaveOpen(String transactionalId, String topic, String value) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", servers());
    properties.put("transactional.id", transactionalId);
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(topic, value));
    producer.flush();
    producer.close(Duration.ZERO);
  }

  /** Number of partitions of a topic. */
  public int partitions(String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .get(topic)
          .partitions()
          .size();
    }
  }

  /** Makes a topic. */
  public void create(String topic, int partitions) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    }
  }

  @Override
  public void close() throws Exception {
    kit.close();
  }
}
