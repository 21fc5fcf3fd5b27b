/**
 * Floor 6: what people see of a running job in their terminal: the live table, notices and the
 * status line.
 */
@NullMarked
package io.github.kisfutures.cli.screen;

import org.jspecify.annotations.NullMarked;
