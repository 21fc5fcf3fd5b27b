/** Floor 5: the file of alert rules, read at the start and watched while the job runs. */
@NullMarked
package io.github.kisfutures.job.alerts;

import org.jspecify.annotations.NullMarked;
