/** Floor 4: the SQL connector {@code kis} and the format {@code kis}. */
@NullMarked
package io.github.kisfutures.table;

import org.jspecify.annotations.NullMarked;
