package io.orderloom.embedded.lambda;

import java.time.Duration;

/**
 * What a function has used since the stack started, all its processes together.
 *
 * @param cpu user and system time, of ended processes too
 * @param peakBytes the largest resident memory of any one process; 0 where the system doesn't tell
 * @param starts processes started
 * @param invocations events handed to a process
 */
public record Usage(Duration cpu, long peakBytes, int starts, long invocations) {}
