package io.github.kisfutures.reference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trade with the watermark at its arrival: the largest event time of all earlier trades less
 * max-out-of-orderness; null for the very first.
 */
public record ArrivedTrade(RawTrade trade, @Nullable Instant watermark) {}
