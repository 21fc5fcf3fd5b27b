package io.github.kisfutures.simulator;

/** Quotients with two decimals, rounded HALF_UP in integer arithmetic. */
final class Ratio {
  private Ratio() {}

  /** {@code numerator / denominator} in hundredths; 0 where the denominator is 0. */
  static long hundredths(long numerator, long denominator) {
    return denominator == 0 ? 0 : roundHalfUp(Math.multiplyExact(numerator, 100), denominator);
  }

  /** {@code numerator / denominator x 100} in hundredths; 0 where the denominator is 0. */
  static long percentHundredths(long numerator, long denominator) {
    return denominator == 0 ? 0 : roundHalfUp(Math.multiplyExact(numerator, 10_000), denominator);
  }

  /** The integer nearest to the quotient, halves away from zero; the denominator is positive. */
  static long roundHalfUp(long numerator, long denominator) {
    long magnitude = (2 * Math.abs(numerator) + denominator) / (2 * denominator);
    return numerator < 0 ? -magnitude : magnitude;
  }
}
