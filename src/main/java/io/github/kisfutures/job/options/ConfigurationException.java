package io.github.kisfutures.job.options;

/**
 * Wrong configuration or usage. The message is one clear sentence that names the option or file and
 * the fix; commands print it and exit with code 2.
 */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With one sentence for people. */
  public ConfigurationException(String message) {
    super(message);
  }
}
