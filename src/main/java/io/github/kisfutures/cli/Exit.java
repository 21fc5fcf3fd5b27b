package io.github.kisfutures.cli;

/** The one place that ends the JVM, when all has ended that must. */
final class Exit {
  private Exit() {}

  static void with(int code) {
    OnExit.run();
    System.out.flush();
    System.err.flush();
    System.exit(code);
  }
}
