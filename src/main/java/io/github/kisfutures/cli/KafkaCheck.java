package io.github.kisfutures.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Asks before a start whether a Kafka broker answers, and makes the topics that are missing: an
 * exactly-once sink looks for its old transactions in them. The job would find out, too, but only
 * after a minute of retries, and it would then start anew for ever.
 */
final class KafkaCheck {
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final String OWN_PROPERTIES = "properties.";

  private KafkaCheck() {}

  /**
   * Connects to one of the brokers.
   *
   * @param who what names the brokers, for the message
   * @param servers as {@code host:port,host:port}
   * @param fix what to do if none answers
   * @throws UnreachableException with one sentence, if none answers
   */
  static void requireBroker(String who, String servers, String fix) {
    String problem = "no broker is named";
    for (String server : servers.split(",", -1)) {
      try {
        connect(server.strip());
        return;
      } catch (IOException | IllegalArgumentException e) {
        problem = String.valueOf(e.getMessage());
      }
    }
    throw new UnreachableException(
        who + ": no Kafka broker answers at " + servers + " (" + problem + "); " + fix);
  }

  /**
   * Makes the topic of a table of Flink's kafka connector, if it is missing.
   *
   * @param who the table, for the message
   * @param options of the table
   * @param partitions of a topic that is made; empty for the broker's default
   * @throws UnreachableException with one sentence, if that cannot be done
   */
  static void makeTopics(String who, Map<String, String> options, Optional<Integer> partitions)
      throws InterruptedException {
    Map<String, Object> properties = new HashMap<>();
    options.forEach(
        (key, value) -> {
          if (key.startsWith(OWN_PROPERTIES)) {
            properties.put(key.substring(OWN_PROPERTIES.length()), value);
          }
        });
    properties.put("default.api.timeout.ms", TIMEOUT_MILLIS);
    properties.put("request.timeout.ms", TIMEOUT_MILLIS);
    Set<String> wanted = new TreeSet<>(List.of(options.getOrDefault("topic", "").split(";", -1)));
    try (Admin admin = Admin.create(properties)) {
      wanted.removeAll(admin.listTopics().names().get());
      for (String topic : wanted) {
        make(admin, topic, partitions);
      }
    } catch (ExecutionException e) {
      throw new UnreachableException(
          who
              + ": cannot make the topic "
              + String.join(", ", wanted)
              + " ("
              + Objects.requireNonNullElse(e.getCause(), e).getMessage()
              + "); make it yourself, and let this account write and describe it");
    }
  }

  private static void make(Admin admin, String topic, Optional<Integer> partitions)
      throws ExecutionException, InterruptedException {
    try {
      admin.createTopics(List.of(new NewTopic(topic, partitions, Optional.empty()))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static void connect(String server) throws IOException {
    int colon = server.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("'" + server + "' is no HOST:PORT");
    }
    int port;
    try {
      port = Integer.parseInt(server.substring(colon + 1));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + server + "' is no HOST:PORT", e);
    }
    try (Socket socket = new Socket()) {
      InetSocketAddress address = new InetSocketAddress(server.substring(0, colon), port);
      if (address.isUnresolved()) {
        throw new UnknownHostException("the host is not known");
      }
      socket.connect(address, TIMEOUT_MILLIS);
    }
  }
}
