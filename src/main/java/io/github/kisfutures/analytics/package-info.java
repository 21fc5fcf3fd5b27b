/**
 * Floor 3: what is computed from trades ({@code docs/numbers.md}): continuity, late trades and
 * bars, as pure functions under thin Flink operators. Uses {@code market} only.
 */
@NullMarked
package io.github.kisfutures.analytics;

import org.jspecify.annotations.NullMarked;
