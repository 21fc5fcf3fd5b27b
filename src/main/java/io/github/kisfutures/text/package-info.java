/** Beside the floors: reading texts that people write, whatever is in them; no I/O. */
@NullMarked
package io.github.kisfutures.text;

import org.jspecify.annotations.NullMarked;
