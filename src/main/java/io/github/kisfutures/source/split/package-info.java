/** Part of the source: split. */
@NullMarked
package io.github.kisfutures.source.split;

import org.jspecify.annotations.NullMarked;
