package io.orderloom.embedded.lambda;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The native library of Lambda's runtime client, unpacked once. Left alone, each process writes it
 * to the same file in {@code /tmp} anew, and one that has it loaded already dies with SIGBUS.
 */
final class RuntimeLibrary {
    /** The system property by which the runtime client finds a library that is unpacked. */
    static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private static final String CLIENT = "aws-lambda-java-runtime-interface-client";

    private RuntimeLibrary() {}

    /**
     * @param jars those of the runtime client
     * @param directory where it is unpacked to
     */
    static Path unpack(List<Path> jars, Path directory) throws IOException {
        var jar =
                jars.stream()
                        .filter(file -> file.getFileName().toString().startsWith(CLIENT))
                        .findFirst()
                        .orElseThrow(() -> new IOException("there is no " + CLIENT + " jar"));
        var library = directory.resolve(jar.getFileName() + "." + name());
        if (!Files.exists(library)) {
            Files.createDirectories(directory);
            var half = Files.createTempFile(directory, "unpacking-", ".so");
            try (var archive = FileSystems.newFileSystem(jar)) {
                Files.copy(
                        archive.getPath("jni", name()), half, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(half, library, StandardCopyOption.ATOMIC_MOVE);
        }
        return library.toAbsolutePath();
    }

    private static String name() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        boolean musl =
                Files.exists(Path.of("/lib/ld-musl-%s.so.1".formatted(arm ? "aarch64" : "x86_64")));
        return "libaws-lambda-jni.linux%s-%s.so"
                .formatted(musl ? "_musl" : "", arm ? "aarch_64" : "x86_64");
    }
}
