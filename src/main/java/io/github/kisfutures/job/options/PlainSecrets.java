package io.github.kisfutures.job.options;

import java.util.regex.Pattern;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * Keeps secrets out of configurations: Flink's web UI shows every option, and hides only those
 * whose key says that they are secret.
 */
final class PlainSecrets {
  /** In an address, {@code env.java.opts} or {@code sasl.jaas.config}. */
  private static final Pattern SETTING =
      Pattern.compile(
          "(?:password|passwd|pwd|secret|token|api[-_]?key|app[-_]?key)['\"]?\\s*=\\s*\\S",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BEFORE_HOST = Pattern.compile("//[^/?#\\s@]*:[^/?#\\s]*@");

  private PlainSecrets() {}

  /** Whether an option is for a secret, by its name. */
  static boolean isSecret(String key) {
    return GlobalConfiguration.isSensitive(key);
  }

  /**
   * Checks a value that everybody may see.
   *
   * @throws ConfigurationException that names the fix and not the value, if a password is in it
   */
  static void requireNone(String key, String value) {
    if (!isSecret(key) && (SETTING.matcher(value).find() || BEFORE_HOST.matcher(value).find())) {
      throw new ConfigurationException(
          key
              + " holds a password or another secret, and Flink's web UI shows it to everybody; "
              + (value.startsWith("jdbc:")
                  ? "leave it out and write it into the pgpass file, which PGPASSFILE names"
                  : "leave it out and write it into a file that only you can read"));
    }
  }

  /**
   * Checks an option of the command line.
   *
   * @throws ConfigurationException that names the fix, if it is for a secret
   */
  static void requireNotOnCommandLine(String key) {
    if (isSecret(key)) {
      throw new ConfigurationException(
          "-D"
              + key
              + ": everybody on this machine can read a command line; write it into the file of"
              + " --config, for you alone (chmod 600)");
    }
  }
}
