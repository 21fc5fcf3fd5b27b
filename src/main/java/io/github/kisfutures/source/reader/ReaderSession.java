package io.github.kisfutures.source.reader;

import io.github.kisfutures.source.metrics.SessionNumbers;
import io.github.kisfutures.source.split.SessionSplitState;

/**
 * What a reader keeps of a session while it runs.
 *
 * @param state what goes into checkpoints
 * @param numbers what metrics show
 */
record ReaderSession(SessionSplitState state, SessionNumbers numbers) {}
