package io.github.kisfutures.cli;

/** The embedded cluster is no more, and took its job with it; the message says why. */
final class ClusterFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClusterFailedException(String message) {
    super(message);
  }
}
