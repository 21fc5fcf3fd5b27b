package io.github.kisfutures.cli;

/** The one place that ends the JVM. */
final class Exit {
  private Exit() {}

  static void with(int code) {
    System.out.flush();
    System.err.flush();
    System.exit(code);
  }
}
