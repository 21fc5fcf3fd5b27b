package io.github.kisfutures.cli;

import io.github.kisfutures.cli.screen.FeedGauges;
import io.github.kisfutures.job.RunMode;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Where a command's job runs: in a Flink cluster inside this JVM, with web UI, or, when the main
 * class was started by {@code flink run}, wherever Flink says.
 *
 * @param environment to define the job in
 * @param webUi address of the web UI; empty on a cluster of the user's
 */
record EmbeddedCluster(StreamExecutionEnvironment environment, String webUi) {
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  /** Whether this JVM is its own cluster. */
  static boolean isEmbedded() {
    return StreamExecutionEnvironment.getExecutionEnvironment() instanceof LocalStreamEnvironment;
  }

  static EmbeddedCluster of(RunMode mode, Configuration user) throws IOException {
    if (!isEmbedded()) {
      return new EmbeddedCluster(
          StreamExecutionEnvironment.getExecutionEnvironment(mode.configure(onCluster(user))), "");
    }
    Configuration configuration = mode.configure(user);
    if (!configuration.contains(RestOptions.PORT)) {
      configuration.set(RestOptions.PORT, freePort());
    }
    ClosedDoors.shut(configuration);
    ClosedDoors.opened(configuration).forEach(System.err::println);
    FeedGauges.enable(configuration);
    if (!configuration.contains(HeartbeatManagerOptions.HEARTBEAT_INTERVAL)) {
      configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT); // carries progress
    }
    ownTemporaryDirectories(configuration);
    return new EmbeddedCluster(
        environment(configuration),
        "http://"
            + configuration.get(RestOptions.ADDRESS)
            + ":"
            + configuration.get(RestOptions.PORT));
  }

  /** As Flink makes a local one, but for the cluster. */
  private static StreamExecutionEnvironment environment(Configuration configuration) {
    configuration.set(DeploymentOptions.TARGET, LocalExecutor.NAME);
    configuration.set(DeploymentOptions.ATTACHED, true);
    if (!configuration.contains(CoreOptions.DEFAULT_PARALLELISM)) {
      configuration.set(
          CoreOptions.DEFAULT_PARALLELISM, StreamExecutionEnvironment.getDefaultLocalParallelism());
    }
    return new StreamExecutionEnvironment(new EmbeddedExecutors(), configuration, null);
  }

  /** Where the user has said where temporary files go; else they go where all of the JVM's do. */
  private static void ownTemporaryDirectories(Configuration configuration) throws IOException {
    if (configuration.contains(CoreOptions.TMP_DIRS)) {
      List<String> own = new ArrayList<>();
      for (String base : ConfigurationUtils.parseTempDirectories(configuration)) {
        own.add(TemporaryDirectory.claim(Path.of(base)).path().toString());
      }
      configuration.set(CoreOptions.TMP_DIRS, String.join(File.pathSeparator, own));
    }
  }

  /**
   * What the user says over what Flink's {@code config.yaml} and command line say: our defaults
   * must not win over them.
   */
  private static Configuration onCluster(Configuration user) {
    ReadableConfig cluster =
        StreamExecutionEnvironment.getExecutionEnvironment().getConfiguration();
    Configuration configuration = Configuration.fromMap(cluster.toMap());
    configuration.addAll(user);
    return configuration;
  }

  /**
   * Any port rather than Flink's 8081 if that is free: two commands that start together would both
   * find it free, seconds before the first of them takes it.
   */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
