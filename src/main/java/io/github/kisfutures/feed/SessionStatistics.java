package io.github.kisfutures.feed;

/**
 * Numbers of a session since it was started, for metrics and checkpoints.
 *
 * @param connected whether the WebSocket is open
 * @param reconnects connections opened after the first
 * @param framesReceived frames given to the hand-off (control messages are not counted)
 * @param controlMessages readable control messages received
 * @param lastFrameAtMillis when the last inbound text of any kind came, milliseconds since the
 *     epoch; 0 before the first
 * @param backoff what a checkpoint must know of the reconnections
 */
public record SessionStatistics(
    boolean connected,
    long reconnects,
    long framesReceived,
    long controlMessages,
    long lastFrameAtMillis,
    BackoffProgress backoff) {}
