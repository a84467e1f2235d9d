package io.orderloom.embedded.lambda;

import java.time.Duration;
import java.util.Collection;

/** Sums up what a function's processes used; guarded by its pool's lock. */
final class PoolUsage {
    private Duration endedCpu = Duration.ZERO;
    private long endedPeak;
    private int starts;
    private long invocations;

    void started() {
        starts++;
    }

    void handedOver() {
        invocations++;
    }

    void keep(ProcessMeter ended) {
        endedCpu = endedCpu.plus(ended.cpu());
        endedPeak = Math.max(endedPeak, ended.peakBytes());
    }

    Usage with(Collection<FunctionProcess> running) {
        var cpu = endedCpu;
        var peak = endedPeak;
        for (var process : running) {
            process.meter().read();
            cpu = cpu.plus(process.meter().cpu());
            peak = Math.max(peak, process.meter().peakBytes());
        }
        return new Usage(cpu, peak, starts, invocations);
    }
}
