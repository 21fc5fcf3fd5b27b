package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kisfutures.Eventually;
import io.github.kisfutures.job.RunMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an embedded cluster's web interface answers to those who have no business with it. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedDoorsITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FORM =
      "--x\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"evil.jar\"\r\n"
          + "Content-Type: application/x-java-archive\r\n\r\nPK\r\n--x--\r\n";

  private Path directory;
  private URI webUi;
  private JobClient job;
  private String id;

  @BeforeAll
  void startACluster(@TempDir Path uploads) throws Exception {
    directory = uploads;
    Configuration user =
        Configuration.fromMap(
            Map.of(
                "web.upload.dir", directory.toString(), "execution.checkpointing.interval", "1 h"));
    EmbeddedCluster cluster = EmbeddedCluster.of(RunMode.LIVE, user);
    cluster.environment().setParallelism(1);
    cluster.environment().fromSequence(0, Long.MAX_VALUE).sinkTo(new DiscardingSink<>());
    job = cluster.environment().executeAsync();
    webUi = URI.create(cluster.webUi());
    Eventually.await("the job runs", PATIENCE, () -> get("/jobs/overview").contains("RUNNING"));
    id = job.getJobID().toHexString();
  }

  @AfterAll
  void endIt() throws Exception {
    job.cancel().get();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /jars/upload", // a jar
    "POST, /jobs", // a job graph: web.submit.enable does not close this one
    "POST, /v1/jobs",
    "POST, /jars/x_evil.jar/run",
    "PATCH, /jobs/ID",
    "PATCH, /jobs/ID?mode=cancel",
    "GET, /jobs/ID/yarn-cancel",
    "GET, /v1/jobs/ID/yarn-stop",
    "GET, /jobs/ID/yarn%2Dcancel",
    "POST, /jobs/ID/savepoints",
    "POST, /jobs/ID/stop",
    "POST, /jobs/ID/checkpoints",
    "PATCH, /jobs/ID/rescaling",
    "PUT, /jobs/ID/resource-requirements",
    "POST, /savepoint-disposal",
    "DELETE, /cluster",
    "DELETE, /jars/x_evil.jar",
    "BREW, /"
  })
  void nothingIsChangedByARequest(String method, String path) throws IOException {
    String answer =
        ask(
            method,
            path.replace("ID", id),
            host(),
            "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                + FORM.length()
                + "\r\n",
            FORM);

    assertThat(answer).startsWith("HTTP/1.1 405 ").contains("looking only");
    assertThat(get("/jobs/overview")).contains("RUNNING");
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile)).as("uploads").isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8081",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        ""
      })
  void anotherHostsNameIsNotAnswered(String host) throws IOException {
    assertThat(ask("GET", "/jobmanager/config", host, "", ""))
        .startsWith("HTTP/1.1 403 ")
        .contains("rest.address")
        .doesNotContain("execution.checkpointing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost:8081", "[::1]:8081", "LOCALHOST"})
  void whoLooksIsAnswered(String host) throws IOException {
    assertThat(ask("GET", "/jobmanager/config", host, "", ""))
        .startsWith("HTTP/1.1 200 ")
        .contains("execution.checkpointing.interval");
  }

  @Test
  void noOtherWebPageMayRead() throws IOException {
    assertThat(ask("GET", "/jobs/overview", host(), "Origin: http://evil.example\r\n", ""))
        .containsIgnoringCase("access-control-allow-origin: " + webUi)
        .doesNotContain("access-control-allow-origin: *");
  }

  @Test
  void theWebUiOffersNoButtonThatWouldBeRefused() throws IOException {
    var features = new ObjectMapper().readTree(get("/config")).path("features");

    assertThat(features.path("web-submit").asBoolean(true)).isFalse();
    assertThat(features.path("web-cancel").asBoolean(true)).isFalse();
    assertThat(features.path("web-rescale").asBoolean(true)).isFalse();
  }

  private String host() {
    return webUi.getAuthority();
  }

  private String get(String path) {
    try {
      String answer = ask("GET", path, host(), "", "");
      return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By hand: Java's client lets nobody choose the host. */
  private String ask(String method, String path, String host, String headers, String content)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), webUi.getPort())) {
      socket.setSoTimeout(20_000);
      String request =
          method
              + " "
              + path
              + " HTTP/1.1\r\n"
              + (host.isEmpty() ? "" : "Host: " + host + "\r\n")
              + headers
              + "Connection: close\r\n\r\n"
              + content;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .lines()
          .collect(Collectors.joining("\r\n"));
    }
  }
}
