package io.github.kisfutures.job.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.catalog.CatalogBaseTable;
import org.apache.flink.table.catalog.CatalogManager;
import org.apache.flink.table.catalog.ContextResolvedTable;
import org.apache.flink.table.catalog.UnresolvedIdentifier;

/**
 * A table that a results script has defined.
 *
 * @param name as the script calls it
 * @param options of its WITH clause
 */
public record SinkTable(String name, Map<String, String> options) {

  /** Makes the options immutable. */
  public SinkTable {
    options = Map.copyOf(options);
  }

  /**
   * The temporary tables of an environment, without its views. Flink shows their options only
   * inside, or as the text of a DDL.
   */
  static List<SinkTable> of(StreamTableEnvironment tables) {
    CatalogManager catalogs = ((TableEnvironmentInternal) tables).getCatalogManager();
    List<SinkTable> defined = new ArrayList<>();
    for (String name : tables.listTemporaryTables()) {
      catalogs
          .getTable(catalogs.qualifyIdentifier(UnresolvedIdentifier.of(name)))
          .map(ContextResolvedTable::<CatalogBaseTable>getTable)
          .filter(table -> table.getTableKind() == CatalogBaseTable.TableKind.TABLE)
          .ifPresent(table -> defined.add(new SinkTable(name, table.getOptions())));
    }
    return defined;
  }
}
