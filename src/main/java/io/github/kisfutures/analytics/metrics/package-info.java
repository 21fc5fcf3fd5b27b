/** Floor 3: the counters of this floor. */
@NullMarked
package io.github.kisfutures.analytics.metrics;

import org.jspecify.annotations.NullMarked;
