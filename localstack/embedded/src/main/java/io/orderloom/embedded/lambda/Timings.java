package io.orderloom.embedded.lambda;

import java.time.Duration;
import java.util.List;

/**
 * The times that a function's processes took, oldest first.
 *
 * @param initialisations from the start of each process until it requested its first event
 * @param invocations from handing over each event until the answer; the last few thousand
 */
public record Timings(List<Duration> initialisations, List<Duration> invocations) {}
