package io.github.kisfutures.cli;

import io.github.kisfutures.job.options.ConfigurationException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/**
 * What an embedded cluster keeps shut. It serves one command in one process, so nobody else has
 * anything to bring to it: all of its sockets are on loopback, its web interface is read only
 * ({@link ReadOnlyRest}), and no other web page may read it. A user may let others read, by {@code
 * rest.bind-address}; all else that a configuration opens is refused rather than silently ignored.
 */
final class ClosedDoors {
  private static final String LOOPBACK = InetAddress.getLoopbackAddress().getHostAddress();

  /** Flink's own defaults for these are open. */
  private static final Map<String, String> SHUT = new LinkedHashMap<>();

  static {
    shut(JobManagerOptions.BIND_HOST, LOOPBACK); // the BLOB server, too
    shut(TaskManagerOptions.BIND_HOST, LOOPBACK);
    SHUT.put("queryable-state.enable", "false");
    shut(WebOptions.SUBMIT_ENABLE, "false");
    shut(WebOptions.CANCEL_ENABLE, "false"); // Ctrl-C ends a command, and says so
    shut(WebOptions.RESCALE_ENABLE, "false");
    shut(RestOptions.ENABLE_PROFILER, "false");
  }

  private ClosedDoors() {}

  private static void shut(ConfigOption<?> option, String value) {
    SHUT.put(option.key(), value);
  }

  /**
   * Checks a setting of the user's.
   *
   * @throws ConfigurationException with one sentence, if it would open a door
   */
  static void requireShut(String key, String value) {
    String shut = SHUT.get(key);
    if (shut != null && !shut.equalsIgnoreCase(value.strip())) {
      throw new ConfigurationException(
          key
              + " cannot be '"
              + value
              + "' here but only "
              + shut
              + ": the embedded cluster serves this command alone; leave it out, or give the job to a"
              + " cluster of your own with 'flink run'");
    }
  }

  /**
   * Shuts them.
   *
   * @param configuration the embedded cluster's, with the user's settings and the REST port
   * @throws ConfigurationException with one sentence, if the user's settings say otherwise
   */
  static void shut(Configuration configuration) {
    configuration.toMap().forEach(ClosedDoors::requireShut);
    SHUT.forEach(configuration::setString);
    setIfAbsent(configuration, RestOptions.BIND_ADDRESS, LOOPBACK);
    setIfAbsent(configuration, RestOptions.ADDRESS, LOOPBACK);
    // the web UI's own; Flink would let every web page read
    setIfAbsent(configuration, WebOptions.ACCESS_CONTROL_ALLOW_ORIGIN, origin(configuration));
    configuration.set(ReadOnlyRest.ENABLED, true);
  }

  /** What listens beyond this machine because the user wants it, as sentences to warn with. */
  static List<String> opened(Configuration configuration) {
    List<String> opened = new ArrayList<>();
    String address = configuration.get(RestOptions.BIND_ADDRESS);
    if (!isLoopback(address)) {
      opened.add(
          "Warning: whoever reaches " + address + " of this machine can read Flink's web UI.");
    }
    configuration
        .toMap()
        .forEach(
            (key, value) -> {
              if (key.startsWith("metrics.reporter.")
                  && value.endsWith("PrometheusReporterFactory")) {
                opened.add(
                    "Warning: whoever reaches this machine can read the metrics of "
                        + key
                        + ": Flink's Prometheus reporter listens on all addresses.");
              }
            });
    return opened;
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // Flink says what is wrong with it
    }
  }

  private static String origin(Configuration configuration) {
    return "http://"
        + configuration.get(RestOptions.ADDRESS)
        + ":"
        + configuration.get(RestOptions.PORT);
  }

  private static void setIfAbsent(
      Configuration configuration, ConfigOption<String> option, String value) {
    if (!configuration.contains(option)) {
      configuration.set(option, value);
    }
  }
}
