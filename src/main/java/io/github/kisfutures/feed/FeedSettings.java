package io.github.kisfutures.feed;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Options {@code feed.*} of a session ({@code docs/reference/options.md}). No secrets in here.
 *
 * @param webSocketUrl KIS WebSocket server, {@code ws}; KIS has no TLS there
 * @param restUrl base of the approval endpoint, {@code http} or {@code https}
 * @param customerType {@code P} person or {@code B} corporate
 * @param subscribeInterval time between two subscription requests
 * @param ackTimeout time after which a request without a reply is a failure
 * @param idleTimeout time without an inbound frame after which a connection is dead
 * @param reconnect waits between connections
 * @param queueCapacity frames in the hand-off before the socket is no longer read
 */
public record FeedSettings(
    URI webSocketUrl,
    URI restUrl,
    String customerType,
    Duration subscribeInterval,
    Duration ackTimeout,
    Duration idleTimeout,
    ReconnectSettings reconnect,
    int queueCapacity)
    implements Serializable {

  /** Checks every option; the message names the option's key. */
  public FeedSettings {
    if ("wss".equals(webSocketUrl.getScheme())) {
      throw new IllegalArgumentException(
          "feed.websocket-url is '"
              + webSocketUrl
              + "'; KIS's WebSocket has no TLS, so write ws:// instead");
    }
    requireUrl("feed.websocket-url", webSocketUrl, List.of("ws"));
    requireUrl("feed.rest-url", restUrl, List.of("http", "https"));
    if (!"P".equals(customerType) && !"B".equals(customerType)) {
      throw new IllegalArgumentException(
          "feed.customer-type is '" + customerType + "'; use P (person) or B (corporate)");
    }
    requirePositive("feed.subscribe-interval", subscribeInterval);
    requirePositive("feed.ack-timeout", ackTimeout);
    requirePositive("feed.idle-timeout", idleTimeout);
    Objects.requireNonNull(reconnect, "reconnect");
    if (queueCapacity < 1) {
      throw new IllegalArgumentException(
          "feed.queue-capacity is " + queueCapacity + "; it must be at least 1, as 65536");
    }
  }

  /** The documented defaults: KIS live servers, P, 150 ms, 10 s, 90 s, 65536 frames. */
  public static FeedSettings defaults() {
    return new FeedSettings(
        URI.create("ws://ops.koreainvestment.com:21000"),
        URI.create("https://openapi.koreainvestment.com:9443"),
        "P",
        Duration.ofMillis(150),
        Duration.ofSeconds(10),
        Duration.ofSeconds(90),
        ReconnectSettings.defaults(),
        65536);
  }

  /** The same with other servers. */
  public FeedSettings withServers(URI webSocketUrl, URI restUrl) {
    return new FeedSettings(
        webSocketUrl,
        restUrl,
        customerType,
        subscribeInterval,
        ackTimeout,
        idleTimeout,
        reconnect,
        queueCapacity);
  }

  /** The same with other waits between connections. */
  public FeedSettings withReconnect(ReconnectSettings reconnect) {
    return new FeedSettings(
        webSocketUrl,
        restUrl,
        customerType,
        subscribeInterval,
        ackTimeout,
        idleTimeout,
        reconnect,
        queueCapacity);
  }

  /** The same with other pacing and time-outs. */
  public FeedSettings withTimes(
      Duration subscribeInterval, Duration ackTimeout, Duration idleTimeout) {
    return new FeedSettings(
        webSocketUrl,
        restUrl,
        customerType,
        subscribeInterval,
        ackTimeout,
        idleTimeout,
        reconnect,
        queueCapacity);
  }

  /** The same with another hand-off capacity, in frames. */
  public FeedSettings withQueueCapacity(int queueCapacity) {
    return new FeedSettings(
        webSocketUrl,
        restUrl,
        customerType,
        subscribeInterval,
        ackTimeout,
        idleTimeout,
        reconnect,
        queueCapacity);
  }

  static void requirePositive(String key, Duration value) {
    Objects.requireNonNull(value, key);
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(
          key + " is " + value + "; it must be longer than zero, as '10 s'");
    }
  }

  private static void requireUrl(String key, URI url, List<String> schemes) {
    Objects.requireNonNull(url, key);
    String scheme = url.getScheme() == null ? "" : url.getScheme();
    if (!schemes.contains(scheme) || url.getHost() == null) {
      throw new IllegalArgumentException(
          key
              + " is '"
              + url
              + "'; it must begin with "
              + String.join(":// or ", schemes)
              + ":// and name a host");
    }
  }
}
