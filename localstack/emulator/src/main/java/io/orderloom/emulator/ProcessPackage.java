package io.orderloom.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A function's class files with a script named {@code bootstrap}, which starts Java with Lambda's
 * own runtime client. In this form a runtime {@code provided.*} runs them, on an emulator that has
 * no Java runtime.
 *
 * @param classes the function's package for the Java runtime
 * @param client the jars of Lambda's runtime client
 */
record ProcessPackage(Path classes, Path client) {

    /** Adds a file to the package that lets its processes start sooner. */
    @FunctionalInterface
    interface Warming {
        void warm(Path unpacked) throws IOException;
    }

    /**
     * Writes the package if its class files have changed. Two archives of the same classes differ,
     * so a package that is made again from what it holds stays as it is, and is deployed once.
     */
    void write(Path target, Warming warming) {
        try {
            if (Files.exists(target) && newer(target)) {
                return;
            }
            var place = Files.createDirectories(target.toAbsolutePath().getParent());
            var unpacked = Files.createTempDirectory(place, "unpacked-");
            try {
                write(new ProcessLayout(unpacked), target, warming);
            } finally {
                delete(unpacked);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't package %s".formatted(classes), e);
        }
    }

    private void write(ProcessLayout layout, Path target, Warming warming) throws IOException {
        layout.fill(classes, client);
        var content = digest(layout);
        var known = target.resolveSibling("content.sha256");
        if (Files.exists(target)
                && Files.exists(known)
                && Files.readString(known).equals(content)) {
            Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
            return;
        }
        warming.warm(layout.directory());
        Files.deleteIfExists(known);
        // Under another name first, so that half a package is never taken for a whole one.
        var half = target.resolveSibling("half-" + target.getFileName());
        zip(layout, half);
        Files.move(
                half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(known, content);
    }

    private boolean newer(Path target) throws IOException {
        return Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(classes)) > 0;
    }

    private static void zip(ProcessLayout layout, Path target) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
            // Most of it is compressed already.
            zip.setLevel(Deflater.BEST_SPEED);
            for (var file : layout.files()) {
                var entry = new ZipEntry(layout.name(file));
                entry.setTimeLocal(ProcessLayout.ENTRY_TIME);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    /** The JVM is part of it, because it takes no archive of another one. */
    private static String digest(ProcessLayout layout) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            for (var file : layout.files()) {
                digest.update(layout.name(file).getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
