package io.github.kisfutures.market;

/** A contract master file that is not one; the message is a sentence for people. */
public final class ContractMasterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that names file, line and reason. */
  public ContractMasterException(String message) {
    super(message);
  }
}
