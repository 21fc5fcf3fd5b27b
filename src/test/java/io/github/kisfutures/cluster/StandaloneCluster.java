package io.github.kisfutures.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kisfutures.Eventually;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Flink session cluster of separate JVMs on loopback, made of the Maven artifacts on the test's
 * class path (Flink's distribution is not published there): one JobManager, and TaskManagers that
 * can be killed.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;
  private final int restPort;
  private final List<Process> processes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private int taskManagers;

  StandaloneCluster(Path directory, Map<String, String> options) throws IOException {
    this.directory = directory;
    this.restPort = freePort();
    int rpcPort = freePort();
    Path conf = Files.createDirectories(directory.resolve("conf"));
    for (String folder : List.of("lib", "plugins", "opt", "log")) {
      Files.createDirectories(directory.resolve(folder));
    }
    StringBuilder yaml =
        new StringBuilder(
            """
            jobmanager.rpc.address: 127.0.0.1
            jobmanager.rpc.port: %d
            rest.address: 127.0.0.1
            rest.bind-address: 127.0.0.1
            rest.port: %d
            taskmanager.host: 127.0.0.1
            taskmanager.numberOfTaskSlots: 2
            taskmanager.cpu.cores: 1.0
            taskmanager.memory.task.heap.size: 384m
            taskmanager.memory.task.off-heap.size: 0m
            taskmanager.memory.framework.heap.size: 128m
            taskmanager.memory.framework.off-heap.size: 128m
            taskmanager.memory.network.min: 64m
            taskmanager.memory.network.max: 64m
            taskmanager.memory.managed.size: 64m
            taskmanager.memory.jvm-metaspace.size: 256m
            taskmanager.memory.jvm-overhead.min: 192m
            taskmanager.memory.jvm-overhead.max: 192m
            heartbeat.interval: 1 s
            heartbeat.timeout: 8 s
            """
                .formatted(rpcPort, restPort));
    options.forEach((key, value) -> yaml.append(key).append(": ").append(value).append('\n'));
    Files.writeString(conf.resolve("config.yaml"), yaml);
    Files.writeString(
        conf.resolve("log4j.properties"),
        """
        rootLogger.level = INFO
        rootLogger.appenderRef.console.ref = Console
        appender.console.name = Console
        appender.console.type = CONSOLE
        appender.console.layout.type = PatternLayout
        appender.console.layout.pattern = %d %p %c{1} - %m%n
        """);
    launch(
        "jobmanager",
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        "--configDir",
        conf.toString());
  }

  /** Starts a TaskManager, and returns when it has offered its slots. */
  Process startTaskManager() throws IOException {
    taskManagers++;
    Process process =
        launch(
            "taskmanager-" + taskManagers,
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            "--configDir",
            directory.resolve("conf").toString(),
            "-Dtaskmanager.resource-id=tm-" + taskManagers);
    String id = "tm-" + taskManagers;
    Eventually.await(
        "TaskManager " + id + " registered",
        PATIENCE,
        () -> get("/taskmanagers").toString().contains(id));
    return process;
  }

  /** {@code flink run -d}; the job's id. */
  String submit(Path jar, List<String> flinkArguments, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("run", "-d"));
    command.addAll(flinkArguments);
    command.add(jar.toAbsolutePath().toString());
    command.addAll(arguments);
    String output = client(command);
    String marker = "JobID ";
    int at = output.indexOf(marker);
    if (at < 0) {
      throw new AssertionError("flink run did not submit a job:\n" + output);
    }
    return output.substring(at + marker.length(), at + marker.length() + 32);
  }

  /** Runs Flink's command line to its end; what it printed. */
  String client(List<String> command) throws Exception {
    String name = "client-" + processes.size();
    Process process =
        launch(name, "org.apache.flink.client.cli.CliFrontend", command.toArray(String[]::new));
    process.waitFor();
    return Files.readString(log(name));
  }

  /** An answer of the REST API; missing while there is none. */
  JsonNode get(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + restPort + path))
              .timeout(Duration.ofSeconds(5))
              .build();
      return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      return JSON.missingNode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return JSON.missingNode();
    }
  }

  /** Number of checkpoints that a job has completed. */
  int checkpoints(String job) {
    return get("/jobs/" + job + "/checkpoints").path("counts").path("completed").asInt();
  }

  /** State of a job, such as RUNNING; empty while unknown. */
  String state(String job) {
    return get("/jobs/" + job).path("state").asText();
  }

  /** What a process has logged. */
  Path log(String name) {
    return directory.resolve("log").resolve(name + ".log");
  }

  private Process launch(String name, String mainClass, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(moduleFlags());
    command.add("-Xmx512m");
    command.add("-Dlog4j.configurationFile=" + directory.resolve("conf/log4j.properties").toUri());
    command.add("-cp");
    command.add(flinkClassPath());
    command.add(mainClass);
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(name).toFile());
    builder.environment().put("FLINK_CONF_DIR", directory.resolve("conf").toString());
    builder.environment().put("FLINK_LIB_DIR", directory.resolve("lib").toString());
    builder.environment().put("FLINK_PLUGINS_DIR", directory.resolve("plugins").toString());
    builder.environment().put("FLINK_OPT_DIR", directory.resolve("opt").toString());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  /** Everything on our class path but ourselves: our classes come with the job jar. */
  private static String flinkClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(entry -> !entry.contains("flink-kis-futures"))
        .filter(entry -> !entry.contains("picocli") && !entry.contains("Java-WebSocket"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Flink needs the same view of the JDK's modules as this JVM was given. */
  private static List<String> moduleFlags() {
    return java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--add-"))
        .toList();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
