package io.github.kisfutures.table;

import io.github.kisfutures.source.options.FeedConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.Projection;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.abilities.SupportsFilterPushDown;
import org.apache.flink.table.connector.source.abilities.SupportsLimitPushDown;
import org.apache.flink.table.connector.source.abilities.SupportsProjectionPushDown;
import org.apache.flink.table.connector.source.abilities.SupportsReadingMetadata;
import org.apache.flink.table.connector.source.abilities.SupportsSourceWatermark;
import org.apache.flink.table.connector.source.abilities.SupportsWatermarkPushDown;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.expressions.ResolvedExpression;
import org.apache.flink.table.types.DataType;

/**
 * A tick table on the live feed, while it is planned.
 *
 * <p>Predicates on the contract narrow what is subscribed. One that says nothing else is taken over
 * completely, as KIS sends what is subscribed and rows of other contracts are left out; so a {@code
 * LIMIT} behind it reaches the source, too. All others stay with Flink as well.
 */
final class KisDynamicTableSource
    implements ScanTableSource,
        SupportsReadingMetadata,
        SupportsProjectionPushDown,
        SupportsFilterPushDown,
        SupportsLimitPushDown,
        SupportsWatermarkPushDown,
        SupportsSourceWatermark {
  private final FeedConfiguration feed;
  private final TickTable table;
  private PushedDown pushed;

  KisDynamicTableSource(FeedConfiguration feed, TickTable table) {
    this(feed, table, PushedDown.nothing(table.declared(), feed.contracts()));
  }

  private KisDynamicTableSource(FeedConfiguration feed, TickTable table, PushedDown pushed) {
    this.feed = feed;
    this.table = table;
    this.pushed = pushed;
  }

  @Override
  public Map<String, DataType> listReadableMetadata() {
    return TickMetadata.readable();
  }

  @Override
  public void applyReadableMetadata(List<String> keys, DataType produced) {
    pushed = pushed.withMetadata(List.copyOf(keys));
  }

  @Override
  public boolean supportsNestedProjection() {
    return false;
  }

  @Override
  public void applyProjection(int[][] fields, DataType produced) {
    pushed = pushed.withColumns(Projection.of(fields).project(table.declared()));
  }

  @Override
  public Result applyFilters(List<ResolvedExpression> filters) {
    ContractPredicates predicates =
        new ContractPredicates(table.contractColumns(), feed.contracts());
    List<ResolvedExpression> accepted = new ArrayList<>();
    List<ResolvedExpression> remaining = new ArrayList<>();
    for (ResolvedExpression filter : filters) {
      Optional<ContractCondition> condition = predicates.condition(filter);
      if (condition.isPresent()) {
        accepted.add(filter);
        narrow(condition.get());
      }
      if (condition.isEmpty() || !condition.get().exact()) {
        remaining.add(filter);
      }
    }
    return Result.of(accepted, remaining);
  }

  private void narrow(ContractCondition condition) {
    pushed =
        pushed.withContracts(
            pushed.contracts().stream().filter(condition.contracts()::contains).toList());
  }

  @Override
  public void applyLimit(long limit) {
    pushed = pushed.withLimit(limit);
  }

  @Override
  public void applyWatermark(WatermarkStrategy<RowData> strategy) {
    pushed = pushed.withWatermarks(strategy);
  }

  @Override
  public void applySourceWatermark() {
    pushed = pushed.withSourceWatermarks();
  }

  @Override
  public ChangelogMode getChangelogMode() {
    return ChangelogMode.insertOnly();
  }

  @Override
  public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
    return new KisScan(feed, pushed, context.createTypeInformation(pushed.rowType().type()));
  }

  @Override
  public DynamicTableSource copy() {
    return new KisDynamicTableSource(feed, table, pushed);
  }

  @Override
  public String asSummaryString() {
    return "KIS feed of " + String.join(", ", pushed.contracts());
  }
}
