package io.github.kisfutures.cli;

import io.github.kisfutures.job.options.ConfigurationException;
import java.util.List;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.table.api.SqlParserException;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.util.ExceptionUtils;

/**
 * Whether a statement that Flink refuses is wrong itself, or something else is: a port, a
 * directory, a catalog that does not answer.
 */
final class StatementFaults {
  private static final List<Class<? extends RuntimeException>> FAULTS =
      List.of(
          ConfigurationException.class,
          ValidationException.class,
          SqlParserException.class,
          IllegalConfigurationException.class);

  /** Flink's planner has a class loader of its own, so its exceptions are known by name only. */
  private static final List<String> PLANNER =
      List.of("org.apache.calcite.", "org.apache.flink.table.planner.");

  private StatementFaults() {}

  /** Whether the user's text or configuration is what must be changed. */
  static boolean isUsers(Throwable thrown) {
    return FAULTS.stream()
            .anyMatch(fault -> ExceptionUtils.findThrowable(thrown, fault).isPresent())
        || isUnsupported(thrown)
        || isUnreadableValue(thrown)
        || ExceptionUtils.findThrowable(thrown, StatementFaults::isPlanners).isPresent();
  }

  /** Flink says so with a {@link TableException}, as also when it cannot submit the job. */
  private static boolean isUnsupported(Throwable thrown) {
    return thrown instanceof TableException
        && ExceptionUtils.findThrowable(thrown, StatementFaults::isChecked).isEmpty();
  }

  private static boolean isChecked(Throwable thrown) {
    return !(thrown instanceof RuntimeException) && !(thrown instanceof Error);
  }

  /** As Flink says of an option's value that it cannot parse. */
  static boolean isUnreadableValue(Throwable thrown) {
    return thrown instanceof IllegalArgumentException
        && String.valueOf(thrown.getMessage()).startsWith("Could not parse value");
  }

  private static boolean isPlanners(Throwable thrown) {
    return PLANNER.stream().anyMatch(thrown.getClass().getName()::startsWith);
  }
}
