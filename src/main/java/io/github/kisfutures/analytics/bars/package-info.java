/**
 * Floor 3: one row per contract and window ({@code docs/numbers.md}, "Bars"), and trades too late
 * for theirs.
 */
@NullMarked
package io.github.kisfutures.analytics.bars;

import org.jspecify.annotations.NullMarked;
