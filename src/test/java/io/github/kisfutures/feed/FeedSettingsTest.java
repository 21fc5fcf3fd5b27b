package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FeedSettingsTest {
  private static final FeedSettings DEFAULTS = FeedSettings.defaults();

  @Test
  void defaultsAreTheDocumentedOnes() {
    assertThat(DEFAULTS.webSocketUrl()).hasToString("ws://ops.koreainvestment.com:21000");
    assertThat(DEFAULTS.restUrl()).hasToString("https://openapi.koreainvestment.com:9443");
    assertThat(DEFAULTS.customerType()).isEqualTo("P");
    assertThat(DEFAULTS.subscribeInterval()).isEqualTo(Duration.ofMillis(150));
    assertThat(DEFAULTS.ackTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(DEFAULTS.idleTimeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(DEFAULTS.queueCapacity()).isEqualTo(65536);
    assertThat(DEFAULTS.reconnect())
        .isEqualTo(
            new ReconnectSettings(
                Duration.ofSeconds(5), Duration.ofMinutes(5), 0.2, Duration.ofSeconds(20)));
  }

  @Test
  void wrongOptionsAreNamed() {
    Duration second = Duration.ofSeconds(1);
    URI web = DEFAULTS.webSocketUrl();
    URI rest = DEFAULTS.restUrl();
    refused("feed.websocket-url", () -> DEFAULTS.withServers(rest, rest));
    refused("feed.websocket-url", () -> DEFAULTS.withServers(URI.create("ws:nowhere"), rest));
    refused("feed.rest-url", () -> DEFAULTS.withServers(web, web));
    refused("feed.subscribe-interval", () -> DEFAULTS.withTimes(Duration.ZERO, second, second));
    refused("feed.ack-timeout", () -> DEFAULTS.withTimes(second, second.negated(), second));
    refused("feed.idle-timeout", () -> DEFAULTS.withTimes(second, second, Duration.ZERO));
    refused("feed.queue-capacity", () -> DEFAULTS.withQueueCapacity(0));
    refused(
        "feed.customer-type",
        () ->
            new FeedSettings(
                web, rest, "C", second, second, second, ReconnectSettings.defaults(), 1));
    refused(
        "feed.reconnect.initial-delay",
        () -> new ReconnectSettings(Duration.ZERO, second, 0.2, second));
    refused(
        "feed.reconnect.max-delay",
        () -> new ReconnectSettings(second, Duration.ofMillis(1), 0.2, second));
    refused("feed.reconnect.jitter", () -> new ReconnectSettings(second, second, 1, second));
    refused("feed.reconnect.jitter", () -> new ReconnectSettings(second, second, -0.1, second));
    refused(
        "feed.reconnect.jitter", () -> new ReconnectSettings(second, second, Double.NaN, second));
    refused(
        "feed.reconnect.in-use-delay",
        () -> new ReconnectSettings(second, second, 0.2, Duration.ZERO));
  }

  private static void refused(String key, ThrowingCallable making) {
    assertThatThrownBy(making)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(key + " is ");
  }

  @Test
  void travelsInAJobGraph() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(DEFAULTS);
      out.writeObject(CredentialsReference.environment());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(DEFAULTS);
      assertThat(in.readObject()).isEqualTo(CredentialsReference.environment());
    }
  }
}
