package io.github.kisfutures.job.alerts;

import io.github.kisfutures.analytics.alerts.AlertRule;
import io.github.kisfutures.analytics.alerts.AlertRules;
import io.github.kisfutures.job.options.ConfigurationException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.core.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the option {@code alerts.rules}, on any file system that Flink knows.
 *
 * @param path as the option has it
 * @param windows sizes of the bars that rules may watch
 * @param contracts that the feed is asked for; empty for all
 */
public record RulesFile(String path, List<Duration> windows, Set<String> contracts)
    implements Serializable {
  private static final Logger LOG = LoggerFactory.getLogger(RulesFile.class);
  private static final int LARGEST_BYTES = 1 << 20;

  /** Copies list and set. */
  public RulesFile {
    windows = List.copyOf(windows);
    contracts = Set.copyOf(contracts);
  }

  /**
   * The text as it is now.
   *
   * @throws ConfigurationException with one sentence, if it cannot be read
   */
  String text() {
    Path file = location();
    try (InputStream in = file.getFileSystem().open(file)) {
      byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
      if (bytes.length > LARGEST_BYTES) {
        throw new ConfigurationException(
            name() + " is longer than " + LARGEST_BYTES + " bytes: name a file of alert rules");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (FileNotFoundException e) {
      throw new ConfigurationException(name() + ": there is no such file");
    } catch (CharacterCodingException e) {
      throw new ConfigurationException(name() + " is not a UTF-8 text");
    } catch (IOException e) {
      throw new ConfigurationException(name() + " cannot be read (" + e.getMessage() + ")");
    }
  }

  private Path location() {
    try {
      return new Path(path);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(name() + " is no path: name a YAML file of alert rules");
    }
  }

  /**
   * The rules of a text of this file.
   *
   * @throws ConfigurationException with one sentence, if one of them is faulty
   */
  AlertRules rules(String text) {
    AlertRules rules = new RulesText(name(), windows).read(text);
    rules.rules().forEach(this::warnOfStrangers);
    return rules;
  }

  /**
   * The rules as they are now.
   *
   * @throws ConfigurationException with one sentence, if the file cannot be read or a rule is
   *     faulty
   */
  public AlertRules read() {
    return rules(text());
  }

  /** A file may serve several jobs, so this is no fault. */
  private void warnOfStrangers(AlertRule rule) {
    Set<String> strangers = new TreeSet<>(rule.contracts());
    strangers.removeAll(contracts);
    if (!contracts.isEmpty() && !strangers.isEmpty()) {
      LOG.warn(
          "{}: the rule {} is for {}, which feed.contracts does not name",
          name(),
          rule.name(),
          String.join(", ", strangers));
    }
  }

  private String name() {
    return "alerts.rules: " + path;
  }
}
