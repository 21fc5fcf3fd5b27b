/** The job's options: what they are, where they come from, and what is wrong with them. */
@NullMarked
package io.github.kisfutures.job.options;

import org.jspecify.annotations.NullMarked;
