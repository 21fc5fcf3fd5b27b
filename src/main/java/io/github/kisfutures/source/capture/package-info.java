/** Part of the source: capture. */
@NullMarked
package io.github.kisfutures.source.capture;

import org.jspecify.annotations.NullMarked;
