package io.github.kisfutures.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that Flink's REST interface, hence its web UI, tells of the one job of a cluster. */
record FlinkRest(int port) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Answers by path. */
  Map<String, String> answers() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    Map<String, String> answers = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/config",
            "/overview",
            "/jobs",
            "/jobs/overview",
            "/jobs/metrics",
            "/jobmanager/config",
            "/jobmanager/environment",
            "/jobmanager/logs",
            "/jobmanager/metrics",
            "/jobmanager/thread-dump",
            "/taskmanagers",
            "/taskmanagers/metrics")) {
      answers.put(path, get(client, path));
    }
    String job = "/jobs/" + JSON.readTree(answers.get("/jobs")).at("/jobs/0/id").asText();
    for (String path :
        List.of(
            "",
            "/config",
            "/plan",
            "/jobmanager/config",
            "/jobmanager/environment",
            "/exceptions",
            "/accumulators?includeSerializedValue=true",
            "/checkpoints",
            "/checkpoints/config",
            "/metrics")) {
      answers.put(job + path, get(client, job + path));
    }
    for (String path : perVertex(job, answers.get(job))) {
      answers.put(path, get(client, path));
    }
    return answers;
  }

  private static List<String> perVertex(String job, String details) throws IOException {
    List<String> paths = new ArrayList<>();
    for (JsonNode vertex : JSON.readTree(details).path("vertices")) {
      String base = job + "/vertices/" + vertex.path("id").asText();
      for (String path :
          List.of(
              "",
              "/accumulators",
              "/subtasks/accumulators",
              "/subtasktimes",
              "/taskmanagers",
              "/watermarks",
              "/metrics")) {
        paths.add(base + path);
      }
    }
    return paths;
  }

  private String get(HttpClient client, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
  }
}
