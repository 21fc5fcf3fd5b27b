package io.github.kisfutures.table;

import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.connector.file.table.factories.BulkReaderFormatFactory;
import org.apache.flink.connector.file.table.format.BulkDecodingFormat;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.factories.DynamicTableFactory;
import org.apache.flink.table.factories.FactoryUtil;

/**
 * Makes the format {@code kis} for captured files, plain or {@code .gz}; each is read from begin to
 * end by one reader ({@code docs/sql.md}).
 */
public final class KisFileFormatFactory implements BulkReaderFormatFactory {
  /** For the service loader. */
  public KisFileFormatFactory() {}

  @Override
  public BulkDecodingFormat<RowData> createDecodingFormat(
      DynamicTableFactory.Context context, ReadableConfig options) {
    FactoryUtil.validateFactoryOptions(this, options);
    return new KisFileDecodingFormat(
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
