package io.github.kisfutures.reference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted record.
 *
 * @param run which run of the contract-day's counters it is of, from 0; of a no-trade without
 *     meaning
 * @param watermark at its arrival: the confirmed event time of all earlier frames less
 *     max-out-of-orderness; null as long as nothing is confirmed
 */
public record ArrivedTrade(RawTrade trade, int run, @Nullable Instant watermark) {}
