/** Beside floor 1: how our values travel and are kept in Flink: compact, versioned serializers. */
@NullMarked
package io.github.kisfutures.serialization;

import org.jspecify.annotations.NullMarked;
