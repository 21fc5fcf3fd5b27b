package io.github.kisfutures.job.options;

import io.github.kisfutures.analytics.AnalyticsSettings;
import io.github.kisfutures.feed.CredentialsReference;
import io.github.kisfutures.feed.FeedSettings;
import io.github.kisfutures.job.alerts.RulesFile;
import io.github.kisfutures.market.ContractMaster;
import io.github.kisfutures.market.ContractMasterException;
import io.github.kisfutures.market.ContractNames;
import io.github.kisfutures.market.Multipliers;
import io.github.kisfutures.source.enumerator.SessionPlan;
import io.github.kisfutures.source.options.FeedConfiguration;
import io.github.kisfutures.source.options.OptionReader;
import io.github.kisfutures.source.watermarks.WatermarkSettings;
import io.github.kisfutures.text.NearestWord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration as the job's parts want it. Every method checks what it returns and throws
 * {@link ConfigurationException}, whose message names the option and the fix.
 */
public final class JobSettings {
  private static final Logger LOG = LoggerFactory.getLogger(JobSettings.class);
  private static final int MAX_LINES_TOLD = 3;

  private final Configuration configuration;
  private final FeedConfiguration liveFeed;
  private final OptionReader options;

  /** Kept, so that the master file is read, and its faults told, once. */
  private @Nullable Optional<ContractMaster> master;

  /** Of a configuration whose keys are known. */
  public JobSettings(Configuration configuration) {
    this.configuration = configuration;
    this.liveFeed = new FeedConfiguration(configuration);
    this.options = new OptionReader(configuration);
  }

  /** The whole configuration, Flink's options included. */
  public Configuration configuration() {
    return configuration;
  }

  /** Contracts named in the configuration; empty if none are. */
  public List<String> contracts() {
    return checked(liveFeed::contracts);
  }

  /** How the feed is spoken to. */
  public FeedSettings feed() {
    return checked(liveFeed::settings);
  }

  /** Where the app keys are. */
  public CredentialsReference credentials() {
    return checked(liveFeed::credentials);
  }

  /**
   * Which session carries which contracts.
   *
   * @param environment environment variables, for credentials
   */
  public SessionPlan sessions(Map<String, String> environment) {
    master().ifPresent(this::requireListed);
    return checked(() -> liveFeed.plan(environment));
  }

  /** KIS says of most codes that it does not know that they are registered, and sends nothing. */
  private void requireListed(ContractMaster master) {
    for (String contract : contracts()) {
      if (master.find(contract).isEmpty()) {
        throw new ConfigurationException(
            "feed.contracts: '"
                + contract
                + "' is not in contracts.master-file "
                + options.require(AnalyticsOptions.MASTER_FILE)
                + "; "
                + NearestWord.didYouMean(contract, master.contracts().keySet()));
      }
    }
  }

  /** What is computed. */
  public AnalyticsSettings analytics() {
    return checked(
        () ->
            new AnalyticsSettings(
                options.require(AnalyticsOptions.WINDOWS),
                options.notNegative(AnalyticsOptions.GAP_SETTLE_TIME),
                multipliers(),
                master().map(ContractMaster::names).orElse(ContractNames.NONE)));
  }

  /** How far ahead of its receipt a trade time is believed. */
  public Duration maxClockSkew() {
    return checked(liveFeed::maxClockSkew);
  }

  /** How far watermarks stay behind. */
  public WatermarkSettings watermarks() {
    return checked(liveFeed::watermarks);
  }

  /** Names of the results scripts, in their order; empty if none is configured. */
  public List<String> resultsScripts() {
    List<String> scripts = checked(() -> options.find(ResultsOptions.SCRIPT)).orElse(List.of());
    if (scripts.isEmpty() && configuration.contains(ResultsOptions.SCRIPT)) {
      throw new ConfigurationException(
          ResultsOptions.SCRIPT.key() + " is empty: name a script, or several separated by ';'");
    }
    return scripts;
  }

  /** The file of alert rules, if there is one. */
  public Optional<RulesFile> alertRules() {
    return checked(() -> options.find(ResultsOptions.ALERT_RULES))
        .map(path -> new RulesFile(path, analytics().windows(), Set.copyOf(contracts())));
  }

  /** The value of {@code ${key}} in scripts, if the configuration or a default gives one. */
  public Optional<String> variable(String key) {
    if (PlainSecrets.isSecret(key)) {
      throw new ConfigurationException(
          "${"
              + key
              + "} in a script would put a secret into a table's options, where it is shown");
    }
    Optional<String> value =
        Optional.ofNullable(configuration.toMap().get(key)).or(() -> defaultOf(key));
    return key.equals(ResultsOptions.POSTGRES_URL.key())
        ? value.map(JobSettings::withUntypedTexts)
        : value;
  }

  private static Optional<String> defaultOf(String key) {
    return KnownOptions.ours().stream()
        .filter(option -> option.key().equals(key) && option.hasDefaultValue())
        .map(option -> String.valueOf(option.defaultValue()))
        .findFirst();
  }

  /** Lets PostgreSQL read a text as what the column is: so instants travel, whatever the zones. */
  private static String withUntypedTexts(String url) {
    return url.contains("stringtype=")
        ? url
        : url + (url.contains("?") ? "&" : "?") + "stringtype=unspecified";
  }

  private Multipliers multipliers() {
    BigDecimal standard = multiplier();
    return master()
        .map(master -> master.multipliers(standard))
        .orElseGet(() -> Multipliers.of(standard));
  }

  private BigDecimal multiplier() {
    return checked(() -> options.positive(AnalyticsOptions.MULTIPLIER));
  }

  private Optional<ContractMaster> master() {
    Optional<ContractMaster> known = master;
    if (known == null) {
      known = readMaster();
      master = known;
    }
    return known;
  }

  private Optional<ContractMaster> readMaster() {
    Optional<String> file = options.find(AnalyticsOptions.MASTER_FILE);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(file.get());
      ContractMaster master = ContractMaster.parse(Files.readAllBytes(path), path.toString());
      tellUnreadable(master.unreadable(), multiplier());
      return Optional.of(master);
    } catch (ContractMasterException e) {
      throw invalid(AnalyticsOptions.MASTER_FILE, e);
    } catch (IOException e) {
      throw new ConfigurationException(
          "contracts.master-file: cannot read " + file.get() + ": name KIS's fo_stk_code_mts.mst");
    }
  }

  private static void tellUnreadable(List<String> lines, BigDecimal standard) {
    if (!lines.isEmpty()) {
      LOG.warn(
          "contracts.master-file: {} line(s) cannot be read, their contracts have the multiplier {}"
              + " of contracts.multiplier. {}",
          lines.size(),
          standard,
          String.join("; ", lines.subList(0, Math.min(lines.size(), MAX_LINES_TOLD))));
    }
  }

  private static <T> T checked(Supplier<T> setting) {
    try {
      return setting.get();
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()));
    }
  }

  private static ConfigurationException invalid(ConfigOption<?> option, Exception cause) {
    return new ConfigurationException(option.key() + ": " + cause.getMessage());
  }
}
