/**
 * Floor 2: the live feed without Flink: approval key over HTTP, WebSocket session, reconnection,
 * bounded hand-off.
 */
@NullMarked
package io.github.kisfutures.feed;

import org.jspecify.annotations.NullMarked;
