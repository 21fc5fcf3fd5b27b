package io.github.kisfutures.table;

import static org.apache.flink.configuration.ConfigOptions.key;

import org.apache.flink.configuration.ConfigOption;

/** Options of the format {@code kis}, in a table's options with the prefix {@code kis.}. */
public final class KisFormatOptions {
  /** Whether faulty frames are left out. */
  public static final ConfigOption<Boolean> IGNORE_PARSE_ERRORS =
      key("ignore-parse-errors")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Whether frames that cannot be decoded are left out; otherwise the first one fails"
                  + " the query.");

  static final String IDENTIFIER = "kis";

  private KisFormatOptions() {}

  static FaultyFrames faultyFrames(boolean ignoreParseErrors) {
    return ignoreParseErrors ? FaultyFrames.SKIP : FaultyFrames.FAIL;
  }
}
