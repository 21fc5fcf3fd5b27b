package io.github.kisfutures.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kisfutures.Eventually;
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
import java.util.List;
import java.util.Map;

/**
 * A Flink cluster of separate JVMs on loopback: one JobManager, for sessions or for one
 * application, TaskManagers that can be killed, and Flink's command line.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FlinkHome home;
  private final int restPort;
  private final Map<String, String> environment;
  private final List<Process> processes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private int taskManagers;

  private StandaloneCluster(FlinkHome home, int restPort, Map<String, String> environment) {
    this.home = home;
    this.restPort = restPort;
    this.environment = environment;
  }

  /**
   * A cluster without processes.
   *
   * @param configuration text of {@code config.yaml}; addresses and memory are added
   * @param environment of all processes
   */
  static StandaloneCluster in(Path directory, String configuration, Map<String, String> environment)
      throws IOException {
    int restPort = freePort();
    String addresses =
        """
        jobmanager.rpc.address: 127.0.0.1
        jobmanager.rpc.port: %d
        rest.address: 127.0.0.1
        rest.bind-address: 127.0.0.1
        rest.port: %d
        io.tmp.dirs: %s
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
            .formatted(freePort(), restPort, Files.createDirectories(directory.resolve("tmp")));
    return new StandaloneCluster(
        FlinkHome.create(directory, configuration + addresses), restPort, environment);
  }

  FlinkHome home() {
    return home;
  }

  /** {@code bin/jobmanager.sh start}. */
  StandaloneCluster startSession() throws IOException {
    launch(
        "jobmanager",
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        List.of("--configDir", home.conf().toString()));
    return this;
  }

  /** {@code bin/standalone-job.sh start} with these arguments. */
  StandaloneCluster startApplication(List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--configDir", home.conf().toString()));
    all.addAll(arguments);
    launch(
        "jobmanager",
        "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint",
        all);
    return this;
  }

  /** {@code bin/taskmanager.sh start}; returns at once. */
  Process startTaskManager() throws IOException {
    taskManagers++;
    return launch(
        "taskmanager-" + taskManagers,
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        List.of(
            "--configDir", home.conf().toString(), "-Dtaskmanager.resource-id=tm-" + taskManagers));
  }

  /** Waits until the TaskManager that was started last has offered its slots. */
  void awaitTaskManager() {
    String id = "tm-" + taskManagers;
    Eventually.await(
        "TaskManager " + id + " registered",
        PATIENCE,
        () -> get("/taskmanagers").toString().contains(id));
  }

  /**
   * {@code bin/sql-gateway.sh start} with these arguments, at a free port.
   *
   * @return its address, once it answers
   */
  URI startGateway(List<String> arguments) throws IOException {
    int port = freePort();
    List<String> all = new ArrayList<>(arguments);
    all.add("-Dsql-gateway.endpoint.rest.port=" + port);
    processes.add(
        home.launch(
            "sql-gateway", environment, true, "org.apache.flink.table.gateway.SqlGateway", all));
    URI gateway = URI.create("http://127.0.0.1:" + port);
    Eventually.await(
        "the SQL gateway answers", PATIENCE, () -> ask(gateway + "/info").has("productName"));
    return gateway;
  }

  /** {@code bin/flink} with these arguments; what it printed. */
  String flink(List<String> arguments) throws Exception {
    return run(false, "org.apache.flink.client.cli.CliFrontend", arguments);
  }

  /** {@code bin/sql-client.sh} with these arguments; what it printed. */
  String sqlClient(List<String> arguments) throws Exception {
    return run(true, "org.apache.flink.table.client.SqlClient", arguments);
  }

  private String run(boolean optional, String mainClass, List<String> arguments) throws Exception {
    String name = "client-" + processes.size();
    Process process = home.launch(name, environment, optional, mainClass, arguments);
    processes.add(process);
    process.waitFor();
    return Files.readString(home.log(name));
  }

  /** {@code flink run} with these arguments; the job's id. */
  String submit(List<String> arguments) throws Exception {
    return after("JobID ", flink(arguments));
  }

  /** {@code flink stop} with these arguments; the savepoint's path. */
  String stop(List<String> arguments) throws Exception {
    return after("Savepoint completed. Path: ", flink(arguments));
  }

  /** The word behind a marker. */
  private static String after(String marker, String output) {
    int at = output.indexOf(marker);
    if (at < 0) {
      throw new AssertionError("no '" + marker + "' in what Flink said:\n" + output);
    }
    return output.substring(at + marker.length()).split("\\s", 2)[0];
  }

  /** An answer of the REST API; missing while there is none. */
  JsonNode get(String path) {
    return ask("http://127.0.0.1:" + restPort + path);
  }

  private JsonNode ask(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      return JSON.readTree(
          http.send(
                  request.timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body());
    } catch (IOException e) {
      return JSON.missingNode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return JSON.missingNode();
    }
  }

  /** Cancels a job; returns at once. */
  void cancel(String job) {
    send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + restPort + "/jobs/" + job))
            .method("PATCH", HttpRequest.BodyPublishers.noBody()));
  }

  /** Number of checkpoints that a job has completed. */
  int checkpoints(String job) {
    return get("/jobs/" + job + "/checkpoints").path("counts").path("completed").asInt();
  }

  /** State of a job, such as RUNNING; empty while unknown. */
  String state(String job) {
    return get("/jobs/" + job).path("state").asText();
  }

  private Process launch(String name, String mainClass, List<String> arguments) throws IOException {
    Process process = home.launch(name, environment, false, mainClass, arguments);
    processes.add(process);
    return process;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Ends all processes. */
  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
    for (Process process : processes) {
      process.onExit().join();
    }
  }
}
