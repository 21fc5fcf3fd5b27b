package io.github.kisfutures.cli;

import io.github.kisfutures.job.options.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The main class: {@code demo} without arguments, otherwise a command. Exit codes: 0 done, 1
 * failed, 2 wrong usage or configuration (README, "Commands").
 */
@Command(
    name = "kis-futures",
    description =
        "Korean stock-futures trades from KIS: exact bars, gaps and more, in Apache Flink.",
    mixinStandardHelpOptions = true,
    version = "flink-kis-futures 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      SimulateCommand.class,
      CaptureCommand.class,
      ReplayCommand.class,
      SqlCommand.class
    })
public final class KisFutures {
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  /** For picocli. */
  public KisFutures() {}

  /** Runs a command and ends the JVM with its exit code; within {@code flink run} it returns. */
  public static void main(String[] args) {
    int exitCode = isEntryOfTheJvm() ? executeAlone(orDemo(args)) : execute(orDemo(args));
    if (EmbeddedCluster.isEmbedded()) {
      Exit.with(exitCode);
    } else if (exitCode != 0) {
      throw new ConfigurationException("the job was not submitted: see the line above");
    }
  }

  /** Not by Flink, which calls it in the JVM of a cluster or of its client. */
  private static boolean isEntryOfTheJvm() {
    int thisMethodAndMain = 2;
    return StackWalker.getInstance().walk(Stream::count) == thisMethodAndMain;
  }

  private static int executeAlone(String... args) {
    try {
      TemporaryDirectory.ofProcess();
    } catch (IOException e) {
      System.err.println(
          "kis-futures: cannot write to the temporary directory ("
              + e.getMessage()
              + "); make room there, or name another with -Djava.io.tmpdir");
      return FAILED;
    }
    return execute(args);
  }

  /** The arguments, or those of the demo if there are none. */
  static String[] orDemo(String[] args) {
    return args.length == 0 ? new String[] {"demo"} : args;
  }

  /** Runs a command; its exit code. */
  static int execute(String... args) {
    CommandLine commands = new CommandLine(new KisFutures());
    commands.setParameterExceptionHandler(KisFutures::wrongUsage);
    commands.setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown, command));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    return commands.execute(args);
  }

  private static int wrongUsage(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    return say(
        command,
        wrong.getMessage() + "; see '" + command.getCommandSpec().qualifiedName() + " --help'",
        WRONG_USAGE);
  }

  private static int failed(Exception thrown, CommandLine command) {
    if (OnExit.isInterrupted()) {
      return FAILED; // because it was interrupted, and the JVM does not wait for it
    }
    if (thrown instanceof ConfigurationException) {
      return say(command, String.valueOf(thrown.getMessage()), WRONG_USAGE);
    }
    return say(command, FailureMessage.of(thrown), FAILED);
  }

  private static int say(CommandLine command, String message, int exitCode) {
    PrintWriter err = command.getErr();
    err.println("kis-futures: " + message);
    err.flush();
    return exitCode;
  }
}
