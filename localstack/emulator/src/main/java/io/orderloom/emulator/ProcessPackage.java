package io.orderloom.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A function's class files with a script named {@code bootstrap}, which starts Java with Lambda's
 * own runtime client. In this form a runtime {@code provided.*} runs them, on an emulator that has
 * no Java runtime.
 */
final class ProcessPackage {
    private static final String SCRIPT = "bootstrap";

    /** The directory in the package that holds the runtime client. */
    private static final String CLIENT = "ric/";

    private static final String NATIVE_PART = "jni/libaws-lambda-jni.linux";

    private ProcessPackage() {}

    /**
     * Writes the package if it is missing or older than the class files.
     *
     * @param classes the function's package for the Java runtime
     * @param client the jars of Lambda's runtime client
     */
    static void write(Path classes, Path client, Path target) {
        try {
            if (Files.exists(target) && newer(target, classes)) {
                return;
            }
            Files.createDirectories(target.resolveSibling("."));
            // Under another name first, so that half a package is never taken for a whole one.
            var half = Files.createTempFile(target.resolveSibling("."), "half-", ".zip");
            try (var zip = new ZipOutputStream(Files.newOutputStream(half))) {
                script(zip);
                copy(classes, zip);
                for (var jar : jars(client)) {
                    client(jar, zip);
                }
            }
            Files.move(
                    half,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("can't package %s".formatted(classes), e);
        }
    }

    private static boolean newer(Path target, Path classes) throws IOException {
        return Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(classes)) > 0;
    }

    private static void script(ZipOutputStream zip) throws IOException {
        try (var in =
                Objects.requireNonNull(ProcessPackage.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            put(zip, SCRIPT, in);
        }
    }

    private static void copy(Path from, ZipOutputStream zip) throws IOException {
        try (var source = new ZipFile(from.toFile())) {
            for (var entry : source.stream().filter(e -> !e.isDirectory()).toList()) {
                try (var in = source.getInputStream(entry)) {
                    put(zip, entry.getName(), in);
                }
            }
        }
    }

    /**
     * Adds the jar and its native part, because two processes that unpack it to one place break
     * each other.
     */
    private static void client(Path jar, ZipOutputStream zip) throws IOException {
        try (var in = Files.newInputStream(jar)) {
            put(zip, CLIENT + jar.getFileName(), in);
        }
        try (var source = new ZipFile(jar.toFile())) {
            for (var entry : natives(source)) {
                try (var in = source.getInputStream(entry)) {
                    put(zip, CLIENT + Path.of(entry.getName()).getFileName(), in);
                }
            }
        }
    }

    private static List<? extends ZipEntry> natives(ZipFile jar) {
        return jar.stream().filter(entry -> entry.getName().startsWith(NATIVE_PART)).toList();
    }

    private static List<Path> jars(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /**
     * Writes the same time on every entry, so that the same build gives the same bytes and is
     * deployed once.
     */
    private static void put(ZipOutputStream zip, String name, InputStream in) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        in.transferTo((OutputStream) zip);
        zip.closeEntry();
    }
}
