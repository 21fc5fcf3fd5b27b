package io.github.kisfutures.job.options;

import io.github.kisfutures.analytics.AnalyticsSettings;
import io.github.kisfutures.feed.Credentials;
import io.github.kisfutures.feed.CredentialsException;
import io.github.kisfutures.feed.CredentialsReference;
import io.github.kisfutures.feed.FeedSettings;
import io.github.kisfutures.feed.ReconnectSettings;
import io.github.kisfutures.market.ContractCode;
import io.github.kisfutures.market.ContractMaster;
import io.github.kisfutures.market.ContractMasterException;
import io.github.kisfutures.market.Multipliers;
import io.github.kisfutures.source.enumerator.SessionPlan;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * The configuration as the job's parts want it. Every method checks what it returns and throws
 * {@link ConfigurationException}, whose message names the option and the fix.
 */
public final class JobSettings {
  private static final int MAX_PORT = 65_535;

  private final Configuration configuration;

  /** Of a configuration whose keys are known. */
  public JobSettings(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The whole configuration, Flink's options included. */
  public Configuration configuration() {
    return configuration;
  }

  /** Contracts named in the configuration; empty if none are. */
  public List<String> contracts() {
    List<String> contracts = get(FeedOptions.CONTRACTS).orElse(List.of());
    try {
      contracts.forEach(ContractCode::require);
    } catch (IllegalArgumentException e) {
      throw invalid(FeedOptions.CONTRACTS, e);
    }
    return contracts;
  }

  /** How the feed is spoken to. */
  public FeedSettings feed() {
    try {
      return new FeedSettings(
          uri(FeedOptions.WEBSOCKET_URL),
          uri(FeedOptions.REST_URL),
          require(FeedOptions.CUSTOMER_TYPE),
          require(FeedOptions.SUBSCRIBE_INTERVAL),
          require(FeedOptions.ACK_TIMEOUT),
          require(FeedOptions.IDLE_TIMEOUT),
          new ReconnectSettings(
              require(FeedOptions.RECONNECT_INITIAL_DELAY),
              require(FeedOptions.RECONNECT_MAX_DELAY),
              require(FeedOptions.RECONNECT_JITTER),
              require(FeedOptions.RECONNECT_IN_USE_DELAY)),
          require(FeedOptions.QUEUE_CAPACITY));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()));
    }
  }

  /** Where the app keys are. */
  public CredentialsReference credentials() {
    try {
      return new CredentialsReference(require(FeedOptions.CREDENTIALS));
    } catch (CredentialsException | IllegalArgumentException e) {
      throw invalid(FeedOptions.CREDENTIALS, e);
    }
  }

  /**
   * Which session carries which contracts.
   *
   * @param environment environment variables, for credentials
   */
  public SessionPlan sessions(Map<String, String> environment) {
    List<String> contracts = contracts();
    if (contracts.isEmpty()) {
      throw new ConfigurationException(
          "feed.contracts is required for live use: name short codes, as 111V06; A50607");
    }
    try {
      List<Credentials> keys = credentials().load(environment);
      return SessionPlan.of(
          contracts,
          keys.size(),
          atLeastOne(FeedOptions.MAX_REGISTRATIONS),
          atLeastOne(FeedOptions.REDUNDANCY));
    } catch (CredentialsException | IllegalArgumentException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()));
    }
  }

  /** What is computed. */
  public AnalyticsSettings analytics() {
    try {
      return new AnalyticsSettings(
          require(AnalyticsOptions.WINDOWS),
          notNegative(AnalyticsOptions.GAP_SETTLE_TIME),
          multipliers());
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()));
    }
  }

  /** How far trades may be out of order. */
  public Duration maxOutOfOrderness() {
    return notNegative(AnalyticsOptions.MAX_OUT_OF_ORDERNESS);
  }

  /** How late the feed may be. */
  public Duration maxFeedDelay() {
    return notNegative(AnalyticsOptions.MAX_FEED_DELAY);
  }

  /** Name of the results script. */
  public String resultsScript() {
    if (configuration.contains(ResultsOptions.ALERT_RULES)) {
      throw new ConfigurationException(
          "alerts.rules: this version has no alert engine yet; remove the option");
    }
    return require(ResultsOptions.SCRIPT);
  }

  /** The value of {@code ${key}} in scripts, if the configuration or a default gives one. */
  public Optional<String> variable(String key) {
    Optional<String> explicit = Optional.ofNullable(configuration.toMap().get(key));
    return explicit.isPresent()
        ? explicit
        : KnownOptions.ours().stream()
            .filter(option -> option.key().equals(key) && option.hasDefaultValue())
            .map(option -> String.valueOf(option.defaultValue()))
            .findFirst();
  }

  private Multipliers multipliers() {
    int standard = atLeastOne(AnalyticsOptions.MULTIPLIER);
    Optional<String> file = get(AnalyticsOptions.MASTER_FILE);
    if (file.isEmpty()) {
      return Multipliers.of(standard);
    }
    try {
      Path path = Path.of(file.get());
      return ContractMaster.parse(Files.readAllBytes(path), path.toString()).multipliers(standard);
    } catch (ContractMasterException e) {
      throw invalid(AnalyticsOptions.MASTER_FILE, e);
    } catch (IOException e) {
      throw new ConfigurationException(
          "contracts.master-file: cannot read " + file.get() + ": name KIS's fo_stk_code_mts.mst");
    }
  }

  private URI uri(ConfigOption<String> option) {
    try {
      URI uri = new URI(require(option));
      if (uri.getPort() <= MAX_PORT) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new ConfigurationException(
        option.key() + ": '" + require(option) + "' is no address, as " + option.defaultValue());
  }

  private int atLeastOne(ConfigOption<Integer> option) {
    int value = require(option);
    if (value < 1) {
      throw new ConfigurationException(option.key() + " must be 1 or more, not " + value);
    }
    return value;
  }

  private Duration notNegative(ConfigOption<Duration> option) {
    Duration value = require(option);
    if (value.isNegative()) {
      throw new ConfigurationException(option.key() + " must not be negative");
    }
    return value;
  }

  private <T> T require(ConfigOption<T> option) {
    return get(option).orElseThrow(() -> new ConfigurationException(option.key() + " is required"));
  }

  private <T> Optional<T> get(ConfigOption<T> option) {
    return OptionValue.read(configuration, option)
        .or(() -> Optional.ofNullable(option.defaultValue()));
  }

  private static ConfigurationException invalid(ConfigOption<?> option, Exception cause) {
    return new ConfigurationException(option.key() + ": " + cause.getMessage());
  }
}
