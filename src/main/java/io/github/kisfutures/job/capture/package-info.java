/** Recording raw frames, to be replayed later. */
@NullMarked
package io.github.kisfutures.job.capture;

import org.jspecify.annotations.NullMarked;
