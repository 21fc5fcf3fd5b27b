/** The job's results as tables, and the SQL script that sends them anywhere. */
@NullMarked
package io.github.kisfutures.job.results;

import org.jspecify.annotations.NullMarked;
