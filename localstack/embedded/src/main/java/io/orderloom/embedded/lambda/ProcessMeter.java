package io.orderloom.embedded.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** CPU time and peak memory of one process; keeps the last reading when the process has ended. */
final class ProcessMeter {
    private final ProcessHandle process;
    private final Path status;
    private Duration cpu = Duration.ZERO;
    private long peakBytes;

    ProcessMeter(ProcessHandle process) {
        this.process = process;
        this.status = Path.of("/proc", Long.toString(process.pid()), "status");
    }

    synchronized void read() {
        process.info()
                .totalCpuDuration()
                .filter(now -> now.compareTo(cpu) > 0)
                .ifPresent(now -> cpu = now);
        peakBytes = Math.max(peakBytes, highWaterMark());
    }

    synchronized Duration cpu() {
        return cpu;
    }

    synchronized long peakBytes() {
        return peakBytes;
    }

    /** {@code VmHWM} of proc(5), which is in kibibytes. */
    private long highWaterMark() {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // The system is not Linux, or the process has ended.
            return 0;
        }
    }
}
