package io.orderloom.cdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Empty packages in the place and form of built functions. */
final class Zips {
    private Zips() {}

    static Path jvm(Path root, String function) throws IOException {
        return zip(
                target(root, function).resolve("function.zip"),
                "lib/" + function + ".jar",
                new byte[] {1});
    }

    /** Class files with a script that starts Java. */
    static Path script(Path root, String function) throws IOException {
        return zip(
                target(root, function).resolve("process", "function.zip"),
                "bootstrap",
                "#!/bin/sh\nexec java\n".getBytes(StandardCharsets.UTF_8));
    }

    /** An executable for the machine, in the directory of that machine. */
    static Path executable(Path root, String function, Machine machine) throws IOException {
        return executable(root, function, machine, machine);
    }

    /** A file with the first bytes of an ELF file for one machine, in the directory of another. */
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
            // Always the same bytes, because CDK names a package by its hash.
            file.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
            zip.putNextEntry(file);
            zip.write(content);
        }
        return path;
    }
}
