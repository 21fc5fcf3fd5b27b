/** Beside floor 1: how a result table is declared, once, for all who need to know its columns. */
@NullMarked
package io.github.kisfutures.columns;

import org.jspecify.annotations.NullMarked;
