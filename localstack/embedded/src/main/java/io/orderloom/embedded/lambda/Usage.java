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
public record Usage(Duration cpu, long peakBytes, int starts, long invocations) {

    public static final Usage NONE = new Usage(Duration.ZERO, 0, 0, 0);

    /** What was used after {@code earlier}; the peak stays that since the start. */
    public Usage since(Usage earlier) {
        return new Usage(
                cpu.minus(earlier.cpu),
                peakBytes,
                starts - earlier.starts,
                invocations - earlier.invocations);
    }
}
