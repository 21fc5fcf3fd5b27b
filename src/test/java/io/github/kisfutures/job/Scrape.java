package io.github.kisfutures.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;

/** One answer of the Prometheus reporter: metrics of the job's operators. */
public record Scrape(String text) {
  private static final String OPERATOR = "flink_taskmanager_job_task_operator_";

  /** Options of a job with the reporter at this port. */
  public static Map<String, String> options(int port) {
    return Map.of(
        "metrics.reporter.prom.factory.class", PrometheusReporterFactory.class.getName(),
        "metrics.reporter.prom.port", String.valueOf(port),
        "metrics.reporter.prom.filterLabelValueCharacters", "false");
  }

  /** A port that nobody uses. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Asks the reporter at this port. */
  public static Scrape of(int port) {
    try {
      return new Scrape(
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                      .timeout(Duration.ofSeconds(20))
                      .build(),
                  BodyHandlers.ofString())
              .body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Lines of a metric with a label. */
  List<String> lines(String metric, String label) {
    Stream<String> lines = text.lines().filter(line -> line.startsWith(OPERATOR + metric + "{"));
    return lines.filter(line -> line.contains(label)).toList();
  }

  /** Sum of a metric's values with a label. */
  public long sum(String metric, String label) {
    List<String> lines = lines(metric, label);
    assertThat(lines).as("%s with %s in%n%s", metric, label, text).isNotEmpty();
    return lines.stream()
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
