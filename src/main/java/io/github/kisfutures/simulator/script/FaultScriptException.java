package io.github.kisfutures.simulator.script;

/** A fault script that cannot be used; the message names file, line, entry and the fix. */
public final class FaultScriptException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With one sentence. */
  public FaultScriptException(String message) {
    super(message);
  }
}
