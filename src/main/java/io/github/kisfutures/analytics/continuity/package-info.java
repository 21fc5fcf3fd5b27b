/** Floor 3: duplicates and gaps by cumulative volume ({@code docs/numbers.md}, "Continuity"). */
@NullMarked
package io.github.kisfutures.analytics.continuity;

import org.jspecify.annotations.NullMarked;
