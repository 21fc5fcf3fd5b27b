package io.github.kisfutures.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kisfutures.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A session of Flink's SQL gateway, over its REST API. */
final class GatewaySession implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI gateway;
  private final String session;

  GatewaySession(URI gateway) throws Exception {
    this.gateway = gateway;
    this.session = "/sessions/" + send("POST", "/sessions", Map.of()).get("sessionHandle").asText();
  }

  /** Runs a statement that is done at once. */
  void execute(String statement) throws Exception {
    page(resultsOf(submit(statement), 0));
  }

  /** Runs a query until it has given so many rows, each as the values of its columns. */
  List<List<String>> query(String query, int rows) throws Exception {
    String operation = submit(query);
    List<List<String>> found = new ArrayList<>();
    String next = resultsOf(operation, 0);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (found.size() < rows && System.nanoTime() < end) {
      JsonNode page = page(next);
      for (JsonNode row : page.path("results").path("data")) {
        List<String> values = new ArrayList<>();
        row.get("fields").forEach(value -> values.add(value.asText()));
        found.add(values);
      }
      next = page.get("nextResultUri").asText().replaceFirst("^/v\\d+", "");
    }
    send("DELETE", session + "/operations/" + operation + "/close", Map.of());
    return found;
  }

  private String submit(String statement) throws Exception {
    return send("POST", session + "/statements", Map.of("statement", statement))
        .get("operationHandle")
        .asText();
  }

  private String resultsOf(String operation, int token) {
    return session + "/operations/" + operation + "/result/" + token + "?rowFormat=JSON";
  }

  /** A page of results, once it is there. */
  private JsonNode page(String path) {
    JsonNode[] page = {JSON.missingNode()};
    Eventually.await(
        "a result of " + path,
        PATIENCE,
        () -> {
          try {
            page[0] = send("GET", path, Map.of());
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return !page[0].path("resultType").asText("NOT_READY").equals("NOT_READY");
        });
    return page[0];
  }

  private JsonNode send(String method, String path, Map<String, String> body)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher content =
        method.equals("POST")
            ? HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))
            : HttpRequest.BodyPublishers.noBody();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway + "/v1" + path))
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .method(method, content)
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(method + " " + path + " gave " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() throws Exception {
    send("DELETE", session, Map.of());
  }
}
