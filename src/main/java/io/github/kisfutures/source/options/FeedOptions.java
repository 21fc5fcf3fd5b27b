package io.github.kisfutures.source.options;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** Options of the live feed ({@code docs/reference/options.md}). */
public final class FeedOptions {
  /** Address of the WebSocket. */
  public static final ConfigOption<String> WEBSOCKET_URL =
      key("feed.websocket-url")
          .stringType()
          .defaultValue("ws://ops.koreainvestment.com:21000")
          .withDescription("Address of KIS's WebSocket; plaintext, there is no TLS.");

  /** Base address of the approval endpoint. */
  public static final ConfigOption<String> REST_URL =
      key("feed.rest-url")
          .stringType()
          .defaultValue("https://openapi.koreainvestment.com:9443")
          .withDescription("Base address of the endpoint that gives approval keys.");

  /** Contracts to subscribe. */
  public static final ConfigOption<List<String>> CONTRACTS =
      key("feed.contracts")
          .stringType()
          .asList()
          .noDefaultValue()
          .withDescription(
              "Short codes, as 111V06; A50607. Required for live use; a replay is narrowed to"
                  + " them.");

  /** Where app keys come from. */
  public static final ConfigOption<String> CREDENTIALS =
      key("feed.credentials")
          .stringType()
          .defaultValue("env")
          .withDescription(
              "Where app keys are: env (KIS_APP_KEY, KIS_APP_SECRET, then _2, _3, ...) or file:PATH"
                  + " (YAML list of app-key, app-secret). Read where the source runs; never"
                  + " shown.");

  /** Customer type. */
  public static final ConfigOption<String> CUSTOMER_TYPE =
      key("feed.customer-type")
          .stringType()
          .defaultValue("P")
          .withDescription("P for a person, B for a company.");

  /** Contracts per session. */
  public static final ConfigOption<Integer> MAX_REGISTRATIONS =
      key("feed.max-registrations")
          .intType()
          .defaultValue(41)
          .withDescription("Contracts a session may carry; more contracts need more app keys.");

  /** Sessions per contract. */
  public static final ConfigOption<Integer> REDUNDANCY =
      key("feed.redundancy")
          .intType()
          .defaultValue(1)
          .withDescription("Sessions, with different app keys, that carry each contract.");

  /** Pace of subscriptions. */
  public static final ConfigOption<Duration> SUBSCRIBE_INTERVAL =
      key("feed.subscribe-interval")
          .durationType()
          .defaultValue(Duration.ofMillis(150))
          .withDescription("Pause between two subscriptions of a session.");

  /** Patience for an acknowledgement. */
  public static final ConfigOption<Duration> ACK_TIMEOUT =
      key("feed.ack-timeout")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription("A subscription without an answer for so long is a failure.");

  /** How wrong the exchange's clock, or ours, may be. */
  public static final ConfigOption<Duration> MAX_CLOCK_SKEW =
      key("feed.max-clock-skew")
          .durationType()
          .defaultValue(Duration.ofSeconds(60))
          .withDescription(
              "A trade time further ahead of its receipt is not believed: the trade then counts at"
                  + " its receive time, cut to the second.");

  /** Patience for any frame. */
  public static final ConfigOption<Duration> IDLE_TIMEOUT =
      key("feed.idle-timeout")
          .durationType()
          .defaultValue(Duration.ofSeconds(90))
          .withDescription("A connection without any inbound frame for so long is dead.");

  /** First pause before reconnecting. */
  public static final ConfigOption<Duration> RECONNECT_INITIAL_DELAY =
      key("feed.reconnect.initial-delay")
          .durationType()
          .defaultValue(Duration.ofSeconds(5))
          .withDescription("Pause before the first reconnection; doubles with every failure.");

  /** Longest pause before reconnecting. */
  public static final ConfigOption<Duration> RECONNECT_MAX_DELAY =
      key("feed.reconnect.max-delay")
          .durationType()
          .defaultValue(Duration.ofMinutes(5))
          .withDescription("Longest pause between two reconnections.");

  /** Spread of the pauses. */
  public static final ConfigOption<Double> RECONNECT_JITTER =
      key("feed.reconnect.jitter")
          .doubleType()
          .defaultValue(0.2)
          .withDescription("Share by which a pause is made longer or shorter at random.");

  /** Pause after "in use". */
  public static final ConfigOption<Duration> RECONNECT_IN_USE_DELAY =
      key("feed.reconnect.in-use-delay")
          .durationType()
          .defaultValue(Duration.ofSeconds(20))
          .withDescription("Shortest pause after OPSP8996 or OPSP0011.");

  /** Size of the hand-off. */
  public static final ConfigOption<Integer> QUEUE_CAPACITY =
      key("feed.queue-capacity")
          .intType()
          .defaultValue(65_536)
          .withDescription(
              "Frames held between socket and job, a long one counts as several; when full the"
                  + " socket is no longer read.");

  private FeedOptions() {}

  /** All of them, in the order of their declaration. */
  public static List<ConfigOption<?>> all() {
    return List.of(
        WEBSOCKET_URL,
        REST_URL,
        CONTRACTS,
        CREDENTIALS,
        CUSTOMER_TYPE,
        MAX_REGISTRATIONS,
        REDUNDANCY,
        SUBSCRIBE_INTERVAL,
        ACK_TIMEOUT,
        MAX_CLOCK_SKEW,
        IDLE_TIMEOUT,
        RECONNECT_INITIAL_DELAY,
        RECONNECT_MAX_DELAY,
        RECONNECT_JITTER,
        RECONNECT_IN_USE_DELAY,
        QUEUE_CAPACITY);
  }

  /** A list as Flink wants it, with semicolons; people write commas, too. */
  public static String separated(String list) {
    return String.join(";", list.strip().split("\\s*[,;]\\s*"));
  }
}
