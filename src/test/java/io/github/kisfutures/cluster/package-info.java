/** The packaged job on a cluster of separate JVMs. */
package io.github.kisfutures.cluster;
