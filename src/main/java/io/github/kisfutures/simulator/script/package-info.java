/**
 * Floor 5: fault scripts for the simulator, from YAML to a {@link
 * io.github.kisfutures.simulator.FaultPlan}.
 */
@NullMarked
package io.github.kisfutures.simulator.script;

import org.jspecify.annotations.NullMarked;
