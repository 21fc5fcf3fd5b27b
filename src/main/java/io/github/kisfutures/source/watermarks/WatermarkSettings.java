package io.github.kisfutures.source.watermarks;

import java.io.Serializable;
import java.time.Duration;

/**
 * How far watermarks stay behind.
 *
 * @param maxOutOfOrderness behind confirmed event time
 * @param maxFeedDelay behind the clock, live
 */
public record WatermarkSettings(Duration maxOutOfOrderness, Duration maxFeedDelay)
    implements Serializable {}
