package io.github.kisfutures.table;

import java.util.Set;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.connector.format.DecodingFormat;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.factories.DeserializationFormatFactory;
import org.apache.flink.table.factories.DynamicTableFactory;
import org.apache.flink.table.factories.FactoryUtil;

/**
 * Makes the format {@code kis} for records, such as Kafka's, that are a captured line or a raw
 * frame ({@code docs/sql.md}).
 */
public final class KisFormatFactory implements DeserializationFormatFactory {
  /** For the service loader. */
  public KisFormatFactory() {}

  @Override
  public DecodingFormat<DeserializationSchema<RowData>> createDecodingFormat(
      DynamicTableFactory.Context context, ReadableConfig options) {
    FactoryUtil.validateFactoryOptions(this, options);
    return new KisDecodingFormat(
        KisFormatOptions.faultyFrames(options), options.get(KisFormatOptions.MAX_CLOCK_SKEW));
  }

  @Override
  public String factoryIdentifier() {
    return KisFormatOptions.IDENTIFIER;
  }

  @Override
  public Set<ConfigOption<?>> requiredOptions() {
    return Set.of();
  }

  @Override
  public Set<ConfigOption<?>> optionalOptions() {
    return Set.of(KisFormatOptions.IGNORE_PARSE_ERRORS, KisFormatOptions.MAX_CLOCK_SKEW);
  }
}
