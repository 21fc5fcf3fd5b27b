/**
 * Floor 5: a server that speaks the KIS protocol on loopback, fed by a seeded market model or a
 * capture; for demos, the command {@code simulate} and tests. Uses {@code wire} and {@code market}
 * only.
 */
@NullMarked
package io.github.kisfutures.simulator;

import org.jspecify.annotations.NullMarked;
