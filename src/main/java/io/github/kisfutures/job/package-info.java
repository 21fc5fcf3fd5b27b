/** Floor 5: the topology: source, continuity, bars, results; and its options. */
@NullMarked
package io.github.kisfutures.job;

import org.jspecify.annotations.NullMarked;
