/** Floor 3: duplicates and gaps by cumulative volume ({@code analytics.md} section 2). */
@NullMarked
package io.github.kisfutures.analytics.continuity;

import org.jspecify.annotations.NullMarked;
