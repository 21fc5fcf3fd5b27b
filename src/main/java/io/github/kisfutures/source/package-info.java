/** Floor 3: the FLIP-27 source over live sessions and captures, and its records. */
@NullMarked
package io.github.kisfutures.source;

import org.jspecify.annotations.NullMarked;
