package io.github.kisfutures.table;

import io.github.kisfutures.source.options.FeedConfiguration;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;

/**
 * Makes tables of {@code 'connector' = 'kis'}: the live feed ({@code docs/sql.md}). The columns may
 * be any of {@code ticks} in {@code docs/numbers.md}, "Ticks", in any order.
 */
public final class KisDynamicTableFactory implements DynamicTableSourceFactory {
  /** For the service loader. */
  public KisDynamicTableFactory() {}

  @Override
  public DynamicTableSource createDynamicTableSource(Context context) {
    FactoryUtil.createTableFactoryHelper(this, context).validate();
    FeedConfiguration feed =
        new FeedConfiguration(KisConnectorOptions.asInJob(context.getCatalogTable().getOptions()));
    TickTable table = new TickTable(context.getPhysicalRowDataType());
    try {
      check(feed);
    } catch (IllegalArgumentException e) {
      throw new ValidationException(KisConnectorOptions.asInTable(String.valueOf(e.getMessage())));
    }
    return new KisDynamicTableSource(feed, table);
  }

  /** All but the app keys: they are counted when a query is planned, also for EXPLAIN. */
  private static void check(FeedConfiguration feed) {
    if (feed.contracts().isEmpty()) {
      throw new IllegalArgumentException("feed.contracts is empty: name short codes, as 111V06");
    }
    feed.settings();
    feed.credentials();
    feed.maxClockSkew();
    feed.watermarks();
  }

  @Override
  public String factoryIdentifier() {
    return KisConnectorOptions.IDENTIFIER;
  }

  @Override
  public Set<ConfigOption<?>> requiredOptions() {
    return KisConnectorOptions.required();
  }

  @Override
  public Set<ConfigOption<?>> optionalOptions() {
    return KisConnectorOptions.optional();
  }
}
