package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kisfutures.wire.SubscriptionRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** A plain client of the KIS protocol that does nothing by itself. */
final class TestClient extends WebSocketClient {
  private static final long DEADLINE_SECONDS = 10;
  private static final JsonMapper JSON = new JsonMapper();

  private final BlockingQueue<String> inbox = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  private TestClient(URI uri) {
    super(uri);
    setConnectionLostTimeout(0);
    setDaemon(true);
  }

  static TestClient connect(KisSimulator simulator) throws Exception {
    return connect(simulator.webSocketUri());
  }

  static TestClient connect(URI uri) throws Exception {
    TestClient client = new TestClient(uri);
    assertThat(client.connectBlocking(DEADLINE_SECONDS, TimeUnit.SECONDS)).as("open").isTrue();
    return client;
  }

  static boolean isRefused(URI uri) throws Exception {
    return !new TestClient(uri).connectBlocking(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  static HttpResponse<String> requestApproval(KisSimulator simulator, String body)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(simulator.restUri().resolve("/oauth2/Approval"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  static String approval(KisSimulator simulator, SimulatedAccount account) throws Exception {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("grant_type", "client_credentials")
        .put("appkey", account.appKey())
        .put("secretkey", account.appSecret());
    HttpResponse<String> response = requestApproval(simulator, body.toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body()).path("approval_key").asText();
  }

  static String approval(KisSimulator simulator) throws Exception {
    return approval(simulator, SimulatorSettings.DEFAULT_ACCOUNT);
  }

  void subscribe(String approval, String contract) {
    send(SubscriptionRequest.subscribe(approval, "P", contract).toJson());
  }

  void unsubscribe(String approval, String contract) {
    send(SubscriptionRequest.unsubscribe(approval, "P", contract).toJson());
  }

  /** Subscribes and waits for success. */
  void subscribed(String approval, String contract) throws Exception {
    subscribe(approval, contract);
    assertThat(reply().path("body").path("msg_cd").asText()).isEqualTo("OPSP0000");
  }

  /** The next control message, leaving data frames aside. */
  JsonNode reply() throws Exception {
    return JSON.readTree(next(text -> text.startsWith("{")));
  }

  String replyCode() throws Exception {
    return reply().path("body").path("msg_cd").asText();
  }

  /** The next data frame, leaving control messages aside. */
  String frame() throws Exception {
    return next(text -> text.startsWith("0|"));
  }

  List<String> frames(int count) throws Exception {
    List<String> frames = new ArrayList<>();
    while (frames.size() < count) {
      frames.add(frame());
    }
    return frames;
  }

  String next(Predicate<String> wanted) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (true) {
      String text = inbox.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(text).as("a message within %s s", DEADLINE_SECONDS).isNotNull();
      if (wanted.test(text)) {
        return text;
      }
    }
  }

  /** Whether nothing has come that was not looked at yet. */
  boolean heardNothing() {
    return inbox.isEmpty();
  }

  /** The close code, once the connection has ended. */
  int closeCode() throws Exception {
    return closed.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void onOpen(ServerHandshake handshake) {}

  @Override
  public void onMessage(String message) {
    inbox.add(message);
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    closed.complete(code);
  }

  @Override
  public void onError(Exception error) {}
}
