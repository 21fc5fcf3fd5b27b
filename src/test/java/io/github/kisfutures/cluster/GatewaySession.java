package io.github.kisfutures.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kisfutures.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A session of Flink's SQL gateway, over its REST API; rows are texts as the client prints them.
 */
final class GatewaySession implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI gateway;
  private final String session;

  GatewaySession(URI gateway) {
    this.gateway = gateway;
    this.session = "/sessions/" + send("POST", "/sessions", Map.of()).get("sessionHandle").asText();
  }

  /** Runs a statement that is done at once. */
  void execute(String statement) {
    page(resultsOf(submit(statement), 0));
  }

  /** Runs a query until it has given so many rows, each as texts by column, and ends it. */
  List<Map<String, String>> query(String query, int rows) {
    String operation = submit(query);
    List<Map<String, String>> found = new ArrayList<>();
    read(resultsOf(operation, 0), rows, found);
    send("DELETE", session + "/operations/" + operation + "/close", Map.of());
    return found;
  }

  /** Runs a query over a bounded input to its end. */
  List<Map<String, String>> query(String query) {
    return query(query, Integer.MAX_VALUE);
  }

  /** Reads page by page, to the last one or until there are so many rows. */
  private void read(String first, int rows, List<Map<String, String>> found) {
    String[] next = {first};
    Eventually.await(
        "all rows of " + first,
        PATIENCE,
        () -> {
          JsonNode page = page(next[0]);
          found.addAll(rows(page.path("results")));
          next[0] = page.path("nextResultUri").asText().replaceFirst("^/v\\d+", "");
          return next[0].isEmpty() || found.size() >= rows;
        });
  }

  private static List<Map<String, String>> rows(JsonNode results) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode data : results.path("data")) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < results.path("columns").size(); i++) {
        JsonNode value = data.get("fields").get(i);
        row.put(
            results.path("columns").get(i).get("name").asText(),
            value.isNull() ? "<NULL>" : value.asText());
      }
      rows.add(row);
    }
    return rows;
  }

  private String submit(String statement) {
    return send("POST", session + "/statements", Map.of("statement", statement))
        .get("operationHandle")
        .asText();
  }

  private String resultsOf(String operation, int token) {
    return session + "/operations/" + operation + "/result/" + token + "?rowFormat=PLAIN_TEXT";
  }

  /** A page of results, once it is there. */
  private JsonNode page(String path) {
    JsonNode[] page = {JSON.missingNode()};
    Eventually.await(
        "a result of " + path,
        PATIENCE,
        () -> {
          page[0] = send("GET", path, Map.of());
          return !page[0].path("resultType").asText("NOT_READY").equals("NOT_READY");
        });
    return page[0];
  }

  private JsonNode send(String method, String path, Map<String, String> body) {
    try {
      HttpRequest.BodyPublisher content =
          method.equals("POST")
              ? HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))
              : HttpRequest.BodyPublishers.noBody();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(gateway + "/v2" + path))
              .header("Content-Type", "application/json")
              .timeout(PATIENCE)
              .method(method, content)
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(method + " " + path + " gave " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    send("DELETE", session, Map.of());
  }
}
