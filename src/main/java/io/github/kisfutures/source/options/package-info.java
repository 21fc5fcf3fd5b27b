/** Part of the source, floor 3: its options, and what becomes of them. */
@NullMarked
package io.github.kisfutures.source.options;

import org.jspecify.annotations.NullMarked;
