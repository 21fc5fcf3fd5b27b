package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpApprovalClientITCase {
  private static final Credentials CREDENTIALS = new Credentials("hush-key", "hush-secret");

  private final AtomicReference<String> request = new AtomicReference<>();
  private final CountDownLatch answering = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private volatile int status = 200;
  private volatile String body = "";

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/oauth2/Approval",
        exchange -> {
          request.set(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestHeaders().getFirst("content-type")
                  + (exchange.getRequestHeaders().containsKey("upgrade") ? " upgrade" : "")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          if (status == 0) {
            awaitRelease();
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              Math.max(status, 200), bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  private void awaitRelease() {
    try {
      answering.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    answering.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private HttpApprovalClient client(String suffix) {
    return client(suffix, Duration.ofSeconds(20));
  }

  private HttpApprovalClient client(String suffix, Duration timeout) {
    return new HttpApprovalClient(
        URI.create("http://localhost:" + server.getAddress().getPort() + suffix),
        Duration.ofSeconds(5),
        timeout);
  }

  private ApprovalException failure() throws Exception {
    return failure(client(""));
  }

  private static ApprovalException failure(HttpApprovalClient client) throws Exception {
    try {
      String key = client.approve(CREDENTIALS).get(10, TimeUnit.SECONDS);
      throw new AssertionError("expected a failure, got a key of " + key.length());
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(ApprovalException.class);
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        assertThat(String.valueOf(cause)).doesNotContain("hush");
      }
      return (ApprovalException) e.getCause();
    }
  }

  @Test
  void sendsWhatKisWantsAndReturnsTheKey() throws Exception {
    body = "{\"approval_key\":\"a2585daf-8c09-4587-9fce-8ab893XXXXX\",\"new\":1}";

    assertThat(client("/").approve(CREDENTIALS).get(10, TimeUnit.SECONDS))
        .isEqualTo("a2585daf-8c09-4587-9fce-8ab893XXXXX");
    assertThat(request.get())
        .isEqualTo(
            "POST application/json {\"grant_type\":\"client_credentials\","
                + "\"appkey\":\"hush-key\",\"secretkey\":\"hush-secret\"}");
  }

  @Test
  void aRefusedAppKeyIsFinal() throws Exception {
    status = 403;
    body = "{\"error_description\":\"유효하지 않은 AppKey입니다.\",\"error_code\":\"EGW00103\"}";

    ApprovalException failure = failure();
    assertThat(failure.refused()).isTrue();
    assertThat(failure.code()).isEqualTo("EGW00103");
    assertThat(failure)
        .hasMessageContaining("403: EGW00103 유효하지 않은 AppKey입니다.")
        .hasMessageContaining("check the app key");
  }

  @Test
  void tooManyCallsAndOtherAnswersAreTemporary() throws Exception {
    status = 500;
    body = "{\"error_description\":\"초당 거래건수를 초과하였습니다. hush-key\",\"error_code\":\"EGW00201\"}";
    ApprovalException busy = failure();
    assertThat(busy.refused()).isFalse();
    assertThat(busy.code()).isEqualTo("EGW00201");
    assertThat(busy).hasMessageContaining("500").hasMessageContaining("[redacted]");

    body = "<html>hush-secret</html>";
    assertThat(failure().code()).isEqualTo("500");

    status = 403;
    body = "";
    assertThat(failure().refused()).isFalse();
    body = "{\"error_code\":\"EGW00133\"}";
    assertThat(failure().refused()).isFalse();

    status = 401;
    body = "{\"error_code\":\"EGW00105\"}";
    assertThat(failure().refused()).as("401").isTrue();
  }

  @Test
  void anAnswerWithoutAKeyIsAFailure() throws Exception {
    body = "{}";
    assertThat(failure()).hasMessageContaining("without an approval key");
    body = "not json hush-key";
    assertThat(failure().refused()).isFalse();
  }

  @Test
  void aSilentServerIsGivenUp() throws Exception {
    status = 0;

    ApprovalException failure = failure(client("", Duration.ofMillis(500)));
    assertThat(failure).hasMessageContaining("did not answer in time");
    assertThat(failure.refused()).isFalse();
    assertThat(failure.code()).isNull();
  }

  @Test
  void anAnswerWithoutEndIsRefused() throws Exception {
    body = "{\"approval_key\":\"" + "k".repeat(BoundedText.MAX_BYTES) + "\"}";

    assertThat(failure()).hasMessageContaining("failed (IOException)");
  }

  @Test
  void whoeverGivesUpEndsTheExchange() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    server.removeContext("/oauth2/Approval");
    server.createContext(
        "/oauth2/Approval",
        exchange -> {
          exchange.sendResponseHeaders(200, 0); // and then a body without end
          asked.countDown();
          try {
            while (ended.getCount() > 0) {
              exchange.getResponseBody().write(new byte[1]);
              exchange.getResponseBody().flush();
            }
          } catch (IOException e) {
            ended.countDown();
          }
        });
    CompletableFuture<String> key = client("").approve(CREDENTIALS);
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    key.cancel(true);

    assertThat(ended.await(10, TimeUnit.SECONDS)).as("the connection is closed").isTrue();
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    ApprovalException failure =
        failure(new HttpApprovalClient(URI.create("http://localhost:" + port)));

    assertThat(failure)
        .hasMessageContaining("localhost:" + port)
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("feed.rest-url");
  }
}
