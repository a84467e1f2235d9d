package io.orderloom.embedded.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The native part of Lambda's Java runtime client. By default each process unpacks it to one fixed
 * path below {@code /tmp}, which is right where each function has a machine of its own. Here, two
 * processes that start together would load a half written file and crash.
 */
final class RuntimeLibrary {
    private RuntimeLibrary() {}

    /**
     * The library, unpacked once into the cache; empty where the client has none for this system.
     *
     * @param jars of the runtime client
     */
    static Optional<Path> unpack(List<Path> jars, Path cache) throws IOException {
        var name =
                "jni/libaws-lambda-jni.linux%s-%s.so"
                        .formatted(musl() ? "_musl" : "", architecture());
        for (var jar : jars) {
            var unpacked = unpack(jar, name, cache);
            if (unpacked.isPresent()) {
                return unpacked;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> unpack(Path jar, String name, Path cache) throws IOException {
        var file =
                cache.toAbsolutePath()
                        .resolve(jar.getFileName() + "-" + Path.of(name).getFileName());
        try (var zip = new ZipFile(jar.toFile())) {
            var entry = zip.getEntry(name);
            if (entry == null || Files.exists(file)) {
                return Optional.of(file).filter(Files::exists);
            }
            Files.createDirectories(cache);
            var half = Files.createTempFile(cache, "unpacking-", ".so");
            try (var in = zip.getInputStream(entry)) {
                Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(file);
        }
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "aarch_64";
            case String other -> other;
        };
    }

    /**
     * Tells whether the system uses musl, the C library of small container images, which needs a
     * build of its own.
     */
    private static boolean musl() {
        return Stream.of("x86_64", "aarch64")
                .anyMatch(name -> Files.exists(Path.of("/lib/ld-musl-" + name + ".so.1")));
    }
}
