/** Fault scripts against the whole job, results script included. */
package io.github.kisfutures.job.faults;
