package io.orderloom.embedded.lambda;

import java.time.Duration;

/**
 * The resources that all processes of a function have used since the stack started.
 *
 * @param cpu user and system time, including ended processes
 * @param peakBytes the largest resident memory of any one process; 0 where the system does not
 *     report it
 * @param starts processes started
 * @param invocations events handed to a process
 */
public record Usage(Duration cpu, long peakBytes, int starts, long invocations) {

    public static final Usage NONE = new Usage(Duration.ZERO, 0, 0, 0);

    /** The usage after {@code earlier}; the peak stays that since the start. */
    public Usage since(Usage earlier) {
        return new Usage(
                cpu.minus(earlier.cpu),
                peakBytes,
                starts - earlier.starts,
                invocations - earlier.invocations);
    }
}
