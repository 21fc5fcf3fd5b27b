package io.github.kisfutures.cli.screen;

/**
 * The sessions at a moment.
 *
 * @param sessions how many there are; 0 before the job runs, and in a replay
 * @param connected how many of them are connected
 * @param frames data frames received since the job was started or restored
 * @param lastFrameAgeMillis since the last frame of any session; the maximum of a long if there is
 *     no session
 * @param contracts contracts asked for
 * @param silent contracts of them without a trade yet
 */
record FeedStatus(
    int sessions, int connected, long frames, long lastFrameAgeMillis, int contracts, int silent) {}
