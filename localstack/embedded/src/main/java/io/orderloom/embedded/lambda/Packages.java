package io.orderloom.embedded.lambda;

import io.orderloom.embedded.common.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Unpacks function archives, each build once, into a directory named after its hash. */
final class Packages {
    private static final String APPLICATION = "application.jar";

    private final Path cache;
    private final Path runtimeClient;

    Packages(Path cache, Path runtimeClient) {
        this.cache = cache;
        this.runtimeClient = runtimeClient;
    }

    UnpackedPackage open(String label, Path archive) {
        if (!Files.isRegularFile(archive)) {
            throw new StartupFailure(
                    "function %s is not built: there is no %s; run 'make build' first"
                            .formatted(label, archive));
        }
        try {
            var hash = hash(archive);
            var directory = cache.resolve(label + "-" + hash);
            if (!Files.isDirectory(directory)) {
                unpack(archive, directory);
            }
            return new UnpackedPackage(hash, directory, kind(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("can't unpack " + archive, e);
        }
    }

    private UnpackedPackage.Kind kind(Path directory) throws IOException {
        var bootstrap = directory.resolve("bootstrap");
        if (Files.exists(bootstrap)) {
            return new UnpackedPackage.Kind.Native(bootstrap);
        }
        var jars = new ArrayList<Path>();
        jars.add(directory.resolve(APPLICATION));
        jars.addAll(jars(directory.resolve("lib")));
        var client = jars(runtimeClient);
        jars.addAll(client);
        return new UnpackedPackage.Kind.Java(
                List.copyOf(jars), RuntimeLibrary.unpack(client, cache));
    }

    /**
     * Unpacks into a temporary directory first, so that half a package is never taken for a whole
     * one.
     */
    private void unpack(Path archive, Path directory) throws IOException {
        Files.createDirectories(cache);
        var half = Files.createTempDirectory(cache, "unpacking-");
        try (var zip = new ZipFile(archive.toFile())) {
            if (zip.getEntry("bootstrap") == null) {
                unpackJava(zip, half);
            } else {
                unpackNative(zip, half);
            }
        }
        try {
            Files.move(half, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException inTheWay) {
            // Another stack unpacked the same build meanwhile; the type of the exception depends on
            // the file system.
            if (!Files.isDirectory(directory)) {
                throw inTheWay;
            }
        }
    }

    private static void unpackNative(ZipFile zip, Path directory) throws IOException {
        for (var entry : files(zip)) {
            var target = copy(zip, entry, directory);
            if (!target.toFile().setExecutable(true)) {
                throw new IOException(target + " can't be made executable");
            }
        }
    }

    /**
     * Packs loose classes into a jar, because an AOT cache allows no directories on the class path.
     */
    private static void unpackJava(ZipFile zip, Path directory) throws IOException {
        var application = directory.resolve(APPLICATION);
        try (var jar = new ZipOutputStream(Files.newOutputStream(application))) {
            for (var entry : files(zip)) {
                if (entry.getName().startsWith("lib/")) {
                    copy(zip, entry, directory);
                } else {
                    jar.putNextEntry(new ZipEntry(entry.getName()));
                    try (var in = zip.getInputStream(entry)) {
                        in.transferTo(jar);
                    }
                    jar.closeEntry();
                }
            }
        }
    }

    private static Path copy(ZipFile zip, ZipEntry entry, Path directory) throws IOException {
        var target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException(
                    "an entry would be written outside its package: " + entry.getName());
        }
        Files.createDirectories(target.resolveSibling("."));
        try (var in = zip.getInputStream(entry)) {
            Files.copy(in, target);
        }
        return target;
    }

    private static List<? extends ZipEntry> files(ZipFile zip) {
        return zip.stream().filter(entry -> !entry.isDirectory()).toList();
    }

    private static List<Path> jars(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static String hash(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = Files.newInputStream(file)) {
                var buffer = new byte[1 << 16];
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
