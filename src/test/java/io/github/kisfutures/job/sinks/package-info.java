/** The results scripts against the systems that they write to: a Kafka broker, a PostgreSQL. */
@NullMarked
package io.github.kisfutures.job.sinks;

import org.jspecify.annotations.NullMarked;
