package io.orderloom.cdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages that look like built functions, where those would be, and do nothing. */
final class Zips {
    private Zips() {}

    static Path jvm(Path root, String function) throws IOException {
        return zip(
                target(root, function).resolve("function.zip"),
                "lib/" + function + ".jar",
                new byte[] {1});
    }

    /** Class files that a script starts. */
    static Path script(Path root, String function) throws IOException {
        return zip(
                target(root, function).resolve("process", "function.zip"),
                "bootstrap",
                "#!/bin/sh\nexec java\n".getBytes(StandardCharsets.UTF_8));
    }

    /** In the place of an executable for the machine. */
    static Path executable(Path root, String function, Machine machine) throws IOException {
        return executable(root, function, machine, machine);
    }

    /** In the place of one, with the first bytes of an ELF file for another. */
    static Path executable(Path root, String function, Machine place, Machine machine)
            throws IOException {
        var header = new byte[64];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, header, 0, 7);
        header[18] =
                switch (machine) {
                    case X86_64 -> 0x3e;
                    case ARM64 -> (byte) 0xb7;
                };
        return zip(
                target(root, function).resolve("native", place.label(), "function.zip"),
                "bootstrap",
                header);
    }

    private static Path target(Path root, String function) {
        return root.resolve("functions", function, "target");
    }

    private static Path zip(Path path, String entry, byte[] content) throws IOException {
        Files.createDirectories(path.getParent());
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            var file = new ZipEntry(entry);
            // The same bytes every time: CDK names a package by its hash.
            file.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
            zip.putNextEntry(file);
            zip.write(content);
        }
        return path;
    }
}
