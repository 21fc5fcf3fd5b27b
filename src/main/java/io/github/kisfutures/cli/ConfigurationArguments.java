package io.github.kisfutures.cli;

import io.github.kisfutures.job.options.ConfigurationFile;
import io.github.kisfutures.job.options.JobSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --config FILE} and {@code -Dkey=value}, which most commands take. */
final class ConfigurationArguments {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Options as YAML, nested or dotted; Flink's own options may stand there too.")
  private @Nullable Path file;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Sets one option; wins over the file. May be repeated.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  JobSettings settings() {
    return settings(Map.of());
  }

  /** The settings over a command's own defaults. */
  JobSettings settings(Map<String, String> defaults) {
    Map<String, String> all = new LinkedHashMap<>(defaults);
    all.putAll(overrides);
    return new JobSettings(ConfigurationFile.load(file, all));
  }
}
