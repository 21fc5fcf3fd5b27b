/** Floor 3: exact sums and values beyond the range of a long. */
@NullMarked
package io.github.kisfutures.analytics.arithmetic;

import org.jspecify.annotations.NullMarked;
