package io.orderloom.figures;

import io.orderloom.embedded.common.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Resident memory of a process, proc(5).
 *
 * @param residentMegabytes all resident memory, including pages of its files
 * @param anonymousMegabytes the part that no file backs
 */
record ProcessMemory(double residentMegabytes, double anonymousMegabytes) {

    /**
     * @throws StartupFailure if the system does not provide the values
     */
    static ProcessMemory of(long pid) {
        try {
            var status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
            return new ProcessMemory(megabytes(status, "VmRSS"), megabytes(status, "RssAnon"));
        } catch (IOException e) {
            throw new StartupFailure("memory can be read on Linux only: " + e.getMessage(), e);
        }
    }

    private static double megabytes(String status, String field) {
        return status.lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToDouble(kibibytes -> Long.parseLong(kibibytes) * 1024 / 1e6)
                .findFirst()
                .orElseThrow(() -> new StartupFailure("/proc/…/status has no " + field));
    }
}
