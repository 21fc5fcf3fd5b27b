/** Floor 6: the commands, and the embedded cluster that they run in. */
@NullMarked
package io.github.kisfutures.cli;

import org.jspecify.annotations.NullMarked;
