/** Floor 1: the KIS wire: frames, the H0ZFCNT0 codec, control messages. No Flink, no I/O. */
@NullMarked
package io.github.kisfutures.wire;

import org.jspecify.annotations.NullMarked;
