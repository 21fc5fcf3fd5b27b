package io.github.kisfutures.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/** A query that runs, for tests. */
final class RunningQuery implements AutoCloseable {
  private final TableResult result;
  private final CloseableIterator<Row> rows;

  RunningQuery(TableResult result) {
    this.result = result;
    this.rows = result.collect();
  }

  /** The next rows, in their order; waits for them. */
  List<Row> next(int count) {
    List<Row> next = new ArrayList<>();
    while (next.size() < count && rows.hasNext()) {
      next.add(rows.next());
    }
    return next;
  }

  /** All further rows; the query must end. */
  List<Row> rest() {
    return next(Integer.MAX_VALUE);
  }

  /** Gives all further rows to somebody, until the query ends or is closed. */
  void forEach(Consumer<Row> consumer) {
    rows.forEachRemaining(consumer);
  }

  @Override
  public void close() throws Exception {
    rows.close(); // cancels the job
    result
        .getJobClient()
        .orElseThrow()
        .getJobExecutionResult()
        .handle((done, thrown) -> true)
        .get(30, TimeUnit.SECONDS);
  }
}
