/**
 * Floor 1: captured frames as files, plain or packed: which there are, and their lines. For whoever
 * reads captures, Flink or not.
 */
@NullMarked
package io.github.kisfutures.capture;

import org.jspecify.annotations.NullMarked;
