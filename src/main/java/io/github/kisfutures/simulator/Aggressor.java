package io.github.kisfutures.simulator;

/** Who initiated a trade. */
enum Aggressor {
  BUYER,
  SELLER,
  /** An auction: nobody. Such trades are in the day's volume but in neither sum. */
  NOBODY
}
