/** Part of the source, floor 3: what it tells of its sessions while it runs. */
@NullMarked
package io.github.kisfutures.source.metrics;

import org.jspecify.annotations.NullMarked;
