/**
 * Scripted faults: the simulator misbehaves in virtual time, and what comes out of feed, decoder,
 * continuity and bars must be exactly this.
 */
package io.github.kisfutures.feed.faults;
