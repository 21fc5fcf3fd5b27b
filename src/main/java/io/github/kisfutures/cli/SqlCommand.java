package io.github.kisfutures.cli;

import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.job.results.ScriptText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** SQL scripts in an embedded cluster. */
@Command(
    name = "sql",
    description =
        "Runs SQL scripts one after the other; prints queries, waits for INSERTs. Ctrl-C ends it.",
    mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
  @Mixin private ConfigurationArguments configuration = new ConfigurationArguments();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Scripts, as Flink's SQL client runs them; $${key} is replaced from the configuration."
              + " Those of the directory sql come with the program.")
  private List<String> files = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    JobSettings settings = configuration.settings();
    List<ScriptText> scripts =
        files.stream().map(file -> ScriptText.load("sql", file, settings::variable)).toList();
    scripts.forEach(ScriptText::script); // a quote that does not end is told before anything runs
    FlinkLog.leaveFailuresToTheCommand();
    SqlRunner runner = new SqlRunner(new SqlSession(settings.configuration()));
    for (ScriptText script : scripts) {
      runner.run(script);
    }
    return 0;
  }
}
