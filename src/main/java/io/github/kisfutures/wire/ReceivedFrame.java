package io.github.kisfutures.wire;

import io.github.kisfutures.market.Receipt;

/**
 * One inbound text message as it came, with its arrival.
 *
 * @param text the message, unchanged
 * @param receipt when and where it arrived
 */
public record ReceivedFrame(String text, Receipt receipt) {}
