package io.github.kisfutures.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.kisfutures.wire.Redaction;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The approval endpoint over HTTP ({@code docs/feed.md}, "Approval key"). */
public final class HttpApprovalClient implements ApprovalClient {
  private static final String PATH = "/oauth2/Approval";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);
  private static final int MAX_DESCRIPTION = 200;
  private static final String CHECK_ADDRESS = "; is feed.rest-url right?";

  /** KIS codes about the app key or its secret: EGW00103 is an invalid app key. */
  private static final String KEY_CODES = "EGW0010";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI endpoint;
  private final Duration requestTimeout;
  private final HttpClient http;

  /**
   * A client of the server at this base address, with time-outs of 10 s (connect) and 20 s
   * (answer).
   */
  public HttpApprovalClient(URI restUrl) {
    this(restUrl, CONNECT_TIMEOUT, REQUEST_TIMEOUT);
  }

  /** A client with time-outs of its own. */
  public HttpApprovalClient(URI restUrl, Duration connectTimeout, Duration requestTimeout) {
    String base = restUrl.toString();
    this.endpoint =
        URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + PATH);
    this.requestTimeout = requestTimeout;
    this.http =
        HttpClient.newBuilder()
            // without TLS the client would ask every server to upgrade to HTTP/2
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .build();
  }

  @Override
  public CompletableFuture<String> approve(Credentials credentials) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(requestTimeout)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(credentials), StandardCharsets.UTF_8))
            .build();
    CompletableFuture<HttpResponse<String>> exchange =
        http.sendAsync(request, answer -> new BoundedText());
    CompletableFuture<String> key =
        exchange.handle(
            (response, failure) -> {
              if (failure != null) {
                throw unreachable(failure);
              }
              return keyOf(response, credentials);
            });
    // the request's own limit ends with the headers; whoever gives up then ends the exchange, too
    CompletableFuture<String> unused =
        key.whenComplete(
            (value, failure) -> {
              if (key.isCancelled()) {
                exchange.cancel(true);
              }
            });
    return key;
  }

  /** The member is called secretkey here, although KIS calls the same value appsecret elsewhere. */
  private static String body(Credentials credentials) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("grant_type", "client_credentials")
        .put("appkey", credentials.appKey())
        .put("secretkey", credentials.appSecret())
        .toString();
  }

  private String keyOf(HttpResponse<String> response, Credentials credentials) {
    JsonNode answer = parse(response.body());
    int status = response.statusCode();
    if (status != 200) {
      throw refusal(status, answer, credentials);
    }
    String key = answer.path("approval_key").asText("");
    if (key.isBlank()) {
      throw ApprovalException.wrongAddress(
          "The approval endpoint "
              + endpoint
              + " answered 200 without an approval key"
              + CHECK_ADDRESS,
          "200",
          null);
    }
    return key;
  }

  private ApprovalException refusal(int status, JsonNode answer, Credentials credentials) {
    List<String> secrets = List.of(credentials.appKey(), credentials.appSecret());
    String code = Redaction.redact(answer.path("error_code").asText(""), secrets);
    String description = Redaction.redact(answer.path("error_description").asText(""), secrets);
    boolean refused = status >= 400 && status < 500 && code.startsWith(KEY_CODES);
    if (status < 500 && code.isEmpty()) {
      // KIS gives every refusal a code of its own
      return ApprovalException.wrongAddress(
          "The approval endpoint " + endpoint + " answered " + status + CHECK_ADDRESS,
          Integer.toString(status),
          null);
    }
    String said = (code + " " + OneLine.of(description, MAX_DESCRIPTION)).strip();
    String message =
        "The approval endpoint "
            + endpoint
            + " answered "
            + status
            + (said.isEmpty() ? "" : ": " + said)
            + (refused ? "; check the app key and its secret" : "");
    return new ApprovalException(
        message, refused, code.isEmpty() ? Integer.toString(status) : code, null);
  }

  private static JsonNode parse(@Nullable String body) {
    try {
      JsonNode answer = JSON.readTree(body == null ? "" : body);
      return answer == null ? JsonNodeFactory.instance.missingNode() : answer;
    } catch (JsonProcessingException e) {
      // the text may hold a key, so neither it nor the parser's message is kept; the status says
      // enough
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private ApprovalException unreachable(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof SSLException
        || cause instanceof ProtocolException
        || (cause instanceof IOException && cause.getCause() instanceof EOFException)) {
      return ApprovalException.wrongAddress(
          "The approval endpoint "
              + endpoint
              + " does not speak "
              + ("https".equals(endpoint.getScheme()) ? "HTTPS" : "HTTP")
              + CHECK_ADDRESS,
          null,
          cause);
    }
    String what;
    if (cause instanceof HttpTimeoutException) {
      what = "did not answer in time";
    } else if (cause instanceof ConnectException) {
      what = "cannot be reached";
    } else {
      what = "failed (" + (cause == null ? failure : cause).getClass().getSimpleName() + ")";
    }
    return new ApprovalException(
        "The approval endpoint " + endpoint + " " + what + "; check feed.rest-url and the network",
        false,
        null,
        cause);
  }
}
