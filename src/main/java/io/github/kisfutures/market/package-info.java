/** Floor 0: the market's own terms (trade, contract, calendar, Korean time). No Flink, no I/O. */
@NullMarked
package io.github.kisfutures.market;

import org.jspecify.annotations.NullMarked;
