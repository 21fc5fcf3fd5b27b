package io.github.kisfutures.source.options;

import io.github.kisfutures.feed.CredentialsException;
import io.github.kisfutures.feed.CredentialsReference;
import io.github.kisfutures.feed.FeedSettings;
import io.github.kisfutures.feed.ReconnectSettings;
import io.github.kisfutures.market.ContractCode;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.KisSource;
import io.github.kisfutures.source.enumerator.AppKeys;
import io.github.kisfutures.source.enumerator.SessionPlan;
import io.github.kisfutures.source.reader.LiveSessions;
import io.github.kisfutures.source.watermarks.WatermarkSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * The live feed as configured by {@link FeedOptions} and {@link WatermarkOptions}. Every method
 * checks what it returns; every fault is an {@link IllegalArgumentException} with one sentence that
 * names the option and the fix.
 */
public final class FeedConfiguration {
  private final OptionReader options;

  /** Of a configuration. */
  public FeedConfiguration(Configuration configuration) {
    this.options = new OptionReader(configuration);
  }

  /** Contracts named in the configuration; empty if none are. */
  public List<String> contracts() {
    List<String> contracts = options.find(FeedOptions.CONTRACTS).orElse(List.of());
    try {
      contracts.forEach(ContractCode::requireTraded);
    } catch (IllegalArgumentException e) {
      throw invalid(FeedOptions.CONTRACTS, e);
    }
    return contracts;
  }

  /** How the feed is spoken to. */
  public FeedSettings settings() {
    return new FeedSettings(
        options.uri(FeedOptions.WEBSOCKET_URL),
        options.uri(FeedOptions.REST_URL),
        options.require(FeedOptions.CUSTOMER_TYPE),
        options.require(FeedOptions.SUBSCRIBE_INTERVAL),
        options.require(FeedOptions.ACK_TIMEOUT),
        options.require(FeedOptions.IDLE_TIMEOUT),
        new ReconnectSettings(
            options.require(FeedOptions.RECONNECT_INITIAL_DELAY),
            options.require(FeedOptions.RECONNECT_MAX_DELAY),
            options.require(FeedOptions.RECONNECT_JITTER),
            options.require(FeedOptions.RECONNECT_IN_USE_DELAY)),
        options.require(FeedOptions.QUEUE_CAPACITY));
  }

  /** Where the app keys are. */
  public CredentialsReference credentials() {
    String location = options.require(FeedOptions.CREDENTIALS);
    try {
      return new CredentialsReference(location);
    } catch (CredentialsException | IllegalArgumentException e) {
      throw invalid(FeedOptions.CREDENTIALS, e);
    }
  }

  /**
   * Which session carries which of the configured contracts.
   *
   * @param environment environment variables, for credentials
   */
  public SessionPlan plan(Map<String, String> environment) {
    List<String> contracts = contracts();
    if (contracts.isEmpty()) {
      throw new IllegalArgumentException(
          "feed.contracts is required for live use: name short codes, as 111V06; A50607");
    }
    return plan(contracts, environment);
  }

  /**
   * Which session carries which contract.
   *
   * @param contracts at least one
   * @param environment environment variables, for credentials
   */
  public SessionPlan plan(List<String> contracts, Map<String, String> environment) {
    try {
      return SessionPlan.of(
          contracts,
          credentials().load(environment).size(),
          options.atLeastOne(FeedOptions.MAX_REGISTRATIONS),
          options.atLeastOne(FeedOptions.REDUNDANCY));
    } catch (CredentialsException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The live source of a plan's sessions. */
  public <T> KisSource<T> source(SessionPlan plan, FeedDeserializer<T> deserializer) {
    return new KisSource<>(plan, new LiveSessions(settings(), credentials()), deserializer);
  }

  /** A source of no contract: it connects to nobody and ends at once. */
  public <T> KisSource<T> emptySource(FeedDeserializer<T> deserializer) {
    return source(new SessionPlan(List.of(), new AppKeys(1, 1), 1), deserializer)
        .until(emitted -> true);
  }

  /** How far a trade time may be ahead of its receipt. */
  public Duration maxClockSkew() {
    return options.notNegative(FeedOptions.MAX_CLOCK_SKEW);
  }

  /** How far watermarks stay behind. */
  public WatermarkSettings watermarks() {
    return new WatermarkSettings(
        options.notNegative(WatermarkOptions.MAX_OUT_OF_ORDERNESS),
        options.notNegative(WatermarkOptions.MAX_FEED_DELAY));
  }

  private static IllegalArgumentException invalid(ConfigOption<?> option, Exception cause) {
    return new IllegalArgumentException(option.key() + ": " + cause.getMessage(), cause);
  }
}
