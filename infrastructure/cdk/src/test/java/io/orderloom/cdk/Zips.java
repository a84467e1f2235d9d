package io.orderloom.cdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages that look like built functions and do nothing. */
final class Zips {
    static final int X86_64 = 0x3e;
    static final int AARCH64 = 0xb7;

    private Zips() {}

    static Path jvm(Path directory, String name) throws IOException {
        return zip(directory.resolve(name + "-jvm.zip"), "lib/" + name + ".jar", new byte[] {1});
    }

    /** With the first bytes of a little-endian ELF file for the machine. */
    static Path executable(Path directory, String name, int machine) throws IOException {
        var header = new byte[64];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, header, 0, 7);
        header[18] = (byte) machine;
        return zip(directory.resolve(name + "-native.zip"), "bootstrap", header);
    }

    private static Path zip(Path path, String entry, byte[] content) throws IOException {
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
