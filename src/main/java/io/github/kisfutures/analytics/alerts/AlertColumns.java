package io.github.kisfutures.analytics.alerts;

import static io.github.kisfutures.columns.ColumnType.*;
import static io.github.kisfutures.market.Unit.*;

import io.github.kisfutures.columns.ResultTable;
import io.github.kisfutures.market.ContractNames;
import java.time.Instant;

/** The table {@code alerts}. */
public final class AlertColumns {
  /** The begin and the end of each alert. */
  public static final ResultTable<Alert> TABLE = table(ContractNames.NONE);

  private AlertColumns() {}

  /** The same, whose rows know the names of contracts. */
  public static ResultTable<Alert> table(ContractNames names) {
    ResultTable.Builder<Alert> table = ResultTable.named("alerts");
    table.column(
        "alert_id",
        STRING,
        NONE,
        "rule, contract and time of the begin: the same in both rows, whenever the same trades are read",
        Alert::id);
    table.column("rule", STRING, NONE, "name of the rule", Alert::rule);
    table.column("contract", STRING, NONE, "short code", Alert::contract);
    table.column("state", STRING, NONE, "RAISED or CLEARED", alert -> alert.state().name());
    table.column(
        "severity",
        STRING,
        NONE,
        "of the rule: info, warning or critical",
        alert -> alert.severity().word());
    table.column("metric", STRING, NONE, "what was watched", alert -> alert.metric().word());
    table.nullable(
        "value",
        decimal(24, 4),
        NONE,
        "the metric at this moment; null where the rule ended, not the condition",
        Alert::value);
    table.column("threshold", decimal(24, 4), NONE, "of the rule", Alert::threshold);
    table.column(
        "raised_at",
        TIMESTAMP,
        NONE,
        "event time of the begin",
        alert -> Instant.ofEpochMilli(alert.raisedAtMillis()));
    table.column(
        "event_time",
        TIMESTAMP,
        NONE,
        "the end of the bar, or the moment that silence was too long or over",
        alert -> Instant.ofEpochMilli(alert.atMillis()));
    table.column("message", STRING, NONE, "a sentence for people", Alert::message);
    table.nullable(
        "name", STRING, NONE, ContractNames.MEANING, alert -> names.of(alert.contract()));
    return table.build();
  }
}
