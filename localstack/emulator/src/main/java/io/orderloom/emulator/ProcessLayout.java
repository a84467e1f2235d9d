package io.orderloom.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The files of a process package. Its class path has jars only, in a fixed order, because a class
 * archive demands both.
 *
 * @param directory where the files are
 */
record ProcessLayout(Path directory) {
    static final String SCRIPT = "bootstrap";
    private static final String CLASS_PATH = "classpath";
    private static final String APPLICATION = "application.jar";
    private static final String LIBRARIES = "lib";
    private static final String CLIENT = "ric";
    private static final String NATIVE_PART = "jni/libaws-lambda-jni.linux";

    /** The same on every entry, so that the same build gives the same bytes. */
    static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    /**
     * Copies the files into the directory.
     *
     * @param classes the function's package for the Java runtime
     * @param client the jars of Lambda's runtime client
     */
    void fill(Path classes, Path client) throws IOException {
        try (var in =
                Objects.requireNonNull(ProcessLayout.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            copy(in, SCRIPT);
        }
        if (!directory.resolve(SCRIPT).toFile().setExecutable(true)) {
            throw new IOException("%s can't be made executable".formatted(SCRIPT));
        }
        application(classes);
        for (var jar : jars(client)) {
            client(jar);
        }
        Files.writeString(directory.resolve(CLASS_PATH), classPath());
    }

    /** All files, in an order that is always the same. */
    List<Path> files() throws IOException {
        try (var all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The name of a file in the package. */
    String name(Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    private void application(Path classes) throws IOException {
        try (var source = new ZipFile(classes.toFile());
                var jar =
                        new ZipOutputStream(
                                Files.newOutputStream(directory.resolve(APPLICATION)))) {
            // The package compresses it, and a start need not inflate it.
            jar.setLevel(Deflater.NO_COMPRESSION);
            for (var entry : source.stream().filter(e -> !e.isDirectory()).toList()) {
                try (var in = source.getInputStream(entry)) {
                    if (entry.getName().startsWith(LIBRARIES + "/")) {
                        copy(in, entry.getName());
                    } else {
                        var loose = new ZipEntry(entry.getName());
                        loose.setTimeLocal(ENTRY_TIME);
                        jar.putNextEntry(loose);
                        in.transferTo(jar);
                        jar.closeEntry();
                    }
                }
            }
        }
    }

    /**
     * Adds the jar and its native part, because two processes that unpack it to one place break
     * each other.
     */
    private void client(Path jar) throws IOException {
        try (var in = Files.newInputStream(jar)) {
            copy(in, CLIENT + "/" + jar.getFileName());
        }
        try (var source = new ZipFile(jar.toFile())) {
            for (var entry : natives(source)) {
                try (var in = source.getInputStream(entry)) {
                    copy(in, CLIENT + "/" + Path.of(entry.getName()).getFileName());
                }
            }
        }
    }

    private static List<? extends ZipEntry> natives(ZipFile jar) {
        return jar.stream().filter(entry -> entry.getName().startsWith(NATIVE_PART)).toList();
    }

    /** Relative, so that an archive made here is valid in the place where it is unpacked. */
    private String classPath() throws IOException {
        var all = new ArrayList<>(List.of(directory.resolve(APPLICATION)));
        all.addAll(jars(directory.resolve(LIBRARIES)));
        all.addAll(jars(directory.resolve(CLIENT)));
        return all.stream().map(this::name).collect(Collectors.joining(":"));
    }

    private static List<Path> jars(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private void copy(InputStream in, String name) throws IOException {
        var target = directory.resolve(name).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("an entry would be written outside its package: " + name);
        }
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(in, target);
    }
}
