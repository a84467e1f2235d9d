package io.orderloom.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * A function's package as it was built.
 *
 * @param kind the content of the zip, which decides on the Lambda runtime
 */
record FunctionPackage(Path zip, Kind kind) {

    enum Kind {
        /** Class files, run by Lambda's Java runtime. */
        JVM,
        /** Class files, and a script named bootstrap that starts Java, for any machine. */
        SCRIPT,
        /** An executable named bootstrap, for Graviton. */
        NATIVE_ARM64,
        /** An executable named bootstrap, for x86. */
        NATIVE_X86_64
    }

    /** The entry that Lambda's provided runtimes start. */
    private static final String BOOTSTRAP = "bootstrap";

    /** Offset of the machine in an ELF file's header. Lambda has hardware for two of its values. */
    private static final int ELF_MACHINE = 18;

    private static final int ELF_X86_64 = 0x3e;
    private static final int ELF_AARCH64 = 0xb7;

    /** Packages that can't be deployed; the message says what to do. */
    static final class Unfit extends RuntimeException {
        Unfit(String message) {
            super(message);
        }
    }

    static FunctionPackage read(Path zip) {
        return new FunctionPackage(zip, kind(zip));
    }

    private static Kind kind(Path path) {
        try (var zip = new ZipFile(path.toFile())) {
            var bootstrap = zip.getEntry(BOOTSTRAP);
            if (bootstrap == null) {
                return Kind.JVM;
            }
            try (var executable = zip.getInputStream(bootstrap)) {
                return machine(path, executable.readNBytes(ELF_MACHINE + 2));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s can't be read".formatted(path), e);
        }
    }

    /** An executable for the wrong machine would deploy and then fail at its first event. */
    private static Kind machine(Path path, byte[] header) {
        if (header.length > 1 && header[0] == '#' && header[1] == '!') {
            return Kind.SCRIPT;
        }
        int machine = header.length > ELF_MACHINE ? header[ELF_MACHINE] & 0xff : 0;
        return switch (machine) {
            case ELF_AARCH64 -> Kind.NATIVE_ARM64;
            case ELF_X86_64 -> Kind.NATIVE_X86_64;
            default ->
                    throw new Unfit(
                            "%s: %s is an executable for neither arm64 nor x86_64"
                                    .formatted(path, BOOTSTRAP));
        };
    }
}
