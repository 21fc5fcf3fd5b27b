package io.github.kisfutures.table;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.github.kisfutures.source.options.FeedOptions;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;

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

  /** How far ahead of its receipt a trade time is believed. */
  public static final ConfigOption<Duration> MAX_CLOCK_SKEW =
      key("max-clock-skew")
          .durationType()
          .defaultValue(FeedOptions.MAX_CLOCK_SKEW.defaultValue())
          .withDescription(
              "Captured lines: a trade time further ahead of its receipt is not believed, and the"
                  + " event time is then the receive time, cut to the second. Raw frames do not say"
                  + " when they were received, so their trade times are all believed.");

  static final String IDENTIFIER = "kis";

  private KisFormatOptions() {}

  static FaultyFrames faultyFrames(ReadableConfig options) {
    return options.get(IGNORE_PARSE_ERRORS) ? FaultyFrames.SKIP : FaultyFrames.FAIL;
  }
}
