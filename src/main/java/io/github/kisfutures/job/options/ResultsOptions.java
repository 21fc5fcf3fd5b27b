package io.github.kisfutures.job.options;

import static org.apache.flink.configuration.ConfigOptions.key;

import org.apache.flink.configuration.ConfigOption;

/** Options of where results go ({@code blueprint.md} sections 4 and 5). */
public final class ResultsOptions {
  /** The script. */
  public static final ConfigOption<String> SCRIPT =
      key("results.script")
          .stringType()
          .defaultValue("sql/results/print.sql")
          .withDescription("SQL script that sends the result tables anywhere.");

  /** Directory of {@code files.sql}. */
  public static final ConfigOption<String> PATH =
      key("results.path")
          .stringType()
          .noDefaultValue()
          .withDescription("Directory that sql/results/files.sql writes to.");

  /** Alert rules. */
  public static final ConfigOption<String> ALERT_RULES =
      key("alerts.rules")
          .stringType()
          .noDefaultValue()
          .withDescription("YAML file of alert rules. The engine is not part of this version.");

  private ResultsOptions() {}
}
