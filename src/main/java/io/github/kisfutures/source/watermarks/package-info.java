/**
 * What time it is on the feed: confirmed event time, a clock that does not believe a step, and the
 * watermarks that follow from both, live and for captures.
 */
@NullMarked
package io.github.kisfutures.source.watermarks;

import org.jspecify.annotations.NullMarked;
