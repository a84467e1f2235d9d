package io.orderloom.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/**
 * The machine's properties that influence the figures, without its name.
 *
 * @param memoryGiB of the machine or its container
 */
public record MachineProperties(
        LocalDate date, int cores, String processor, long memoryGiB, String system, String jdk) {

    public static MachineProperties here() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new MachineProperties(
                LocalDate.now(Clock.systemUTC()),
                Runtime.getRuntime().availableProcessors(),
                processorName(),
                Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.vendor") + " " + Runtime.version());
    }

    public String inWords() {
        return "%s · %d cores (%s), %d GiB · %s · JDK %s"
                .formatted(date, cores, processor, memoryGiB, system, jdk);
    }

    /** The {@code model name} of proc(5). */
    private static String processorName() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unnamed");
        } catch (IOException e) {
            return "unnamed";
        }
    }
}
