package io.github.kisfutures.source;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.source.options.FeedConfiguration;
import io.github.kisfutures.source.options.FeedOptions;
import java.util.List;
import org.apache.flink.annotation.PublicEvolving;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * Makes a {@link KisSource} for a job of your own ({@code docs/source.md}). What is not set has the
 * default of {@code docs/reference/options.md}.
 */
@PublicEvolving
public final class KisSourceBuilder {
  private final Configuration configuration = new Configuration();

  KisSourceBuilder() {}

  /** The contracts to subscribe, by short code, as {@code 111V06}; at least one is required. */
  public KisSourceBuilder contracts(String... codes) {
    return set(FeedOptions.CONTRACTS, List.of(codes));
  }

  /**
   * Where the app keys are, never the keys themselves.
   *
   * @param reference {@code env} (the default) or {@code file:PATH}, on the machines where the
   *     source runs and on the one that builds the job
   */
  public KisSourceBuilder credentials(String reference) {
    return set(FeedOptions.CREDENTIALS, reference);
  }

  /** Sets any other option of {@link FeedOptions} or {@code WatermarkOptions}. */
  public <V> KisSourceBuilder set(ConfigOption<V> option, V value) {
    configuration.set(option, value);
    return this;
  }

  /**
   * A source of trades. What is rejected, and what happens to the sessions, is seen in metrics
   * only.
   *
   * @throws IllegalArgumentException with one sentence that names the option and the fix, if one is
   *     wrong or the app keys are too few for the contracts
   */
  public KisSource<StockFuturesTrade> trades() {
    return of(new TradeDeserializer(feed().maxClockSkew()));
  }

  /**
   * A source of everything: trades, rejected frames, and what happens to the sessions.
   *
   * @throws IllegalArgumentException as {@link #trades}
   */
  public KisSource<FeedRecord> everything() {
    return of(new FeedRecordDeserializer(feed().maxClockSkew()));
  }

  private <T> KisSource<T> of(FeedDeserializer<T> deserializer) {
    return feed()
        .source(feed().plan(System.getenv()), deserializer)
        .withWatermarks(feed().watermarks());
  }

  private FeedConfiguration feed() {
    return new FeedConfiguration(configuration);
  }
}
