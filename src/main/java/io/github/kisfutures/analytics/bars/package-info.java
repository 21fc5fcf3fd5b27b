/**
 * Floor 3: one row per contract and window ({@code analytics.md} section 3), and trades too late
 * for theirs.
 */
@NullMarked
package io.github.kisfutures.analytics.bars;

import org.jspecify.annotations.NullMarked;
