package io.github.kisfutures.job.capture;

import io.github.kisfutures.job.options.ConfigurationException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where captured frames go: files of a directory, or a Kafka topic. */
public sealed interface CaptureTarget {
  /** What an address of a topic begins with. */
  String KAFKA = "kafka://";

  /**
   * Files of a local directory.
   *
   * @param directory made if missing
   * @param gzip whether the files are packed
   */
  record Files(Path directory, boolean gzip) implements CaptureTarget {}

  /**
   * A Kafka topic; the key of a record is its contract.
   *
   * @param servers brokers to begin with, as {@code host:port,host:port}
   * @param topic name of the topic
   */
  record Topic(String servers, String topic) implements CaptureTarget {
    private static final Pattern ADDRESS =
        Pattern.compile("kafka://([^/,\\s]+:\\d+(?:,[^/,\\s]+:\\d+)*)/([a-zA-Z0-9._-]{1,249})");

    private static Topic parse(String address) {
      Matcher matcher = ADDRESS.matcher(address);
      if (!matcher.matches()) {
        throw new ConfigurationException(
            "--to: '"
                + address
                + "' is no topic; write it as kafka://HOST:PORT/TOPIC, several brokers as"
                + " HOST:PORT,HOST:PORT");
      }
      return new Topic(matcher.group(1), matcher.group(2));
    }
  }

  /**
   * What the option {@code --to} says: {@code kafka://HOST:PORT/TOPIC}, or else a directory.
   *
   * @param gzip whether files are packed; a topic is packed by its producer's or broker's settings
   * @throws ConfigurationException with one sentence, if it is neither
   */
  static CaptureTarget of(String to, boolean gzip) {
    if (!to.startsWith(KAFKA)) {
      return new Files(Path.of(to).toAbsolutePath(), gzip);
    }
    if (gzip) {
      throw new ConfigurationException("--gzip packs files; leave it out with --to " + to);
    }
    return Topic.parse(to);
  }
}
