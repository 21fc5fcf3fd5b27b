/** Part of the source: reader. */
@NullMarked
package io.github.kisfutures.source.reader;

import org.jspecify.annotations.NullMarked;
