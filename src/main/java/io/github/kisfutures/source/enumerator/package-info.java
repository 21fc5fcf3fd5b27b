/** Part of the source: enumerator. */
@NullMarked
package io.github.kisfutures.source.enumerator;

import org.jspecify.annotations.NullMarked;
