package io.github.kisfutures.cli;

/** A service that a command needs cannot be used; the message says which, and what to do. */
final class UnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreachableException(String message) {
    super(message);
  }
}
