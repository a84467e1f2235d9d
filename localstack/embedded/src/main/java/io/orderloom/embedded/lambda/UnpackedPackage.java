package io.orderloom.embedded.lambda;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function's unpacked archive, and its kind, which decides how it is started.
 *
 * @param hash of the archive; two builds differ
 * @param directory the directory that Lambda calls the task root
 */
record UnpackedPackage(String hash, Path directory, Kind kind) {

    /** The content of the archive. */
    sealed interface Kind {

        /** The variables that a stage on AWS sets for all functions of the kind. */
        default Map<String, String> variables() {
            return switch (this) {
                case Native _ -> Map.of("DISABLE_SIGNAL_HANDLERS", "true");
                case Java _ -> Map.of();
            };
        }

        /** An executable that implements the Runtime API by itself. */
        record Native(Path bootstrap) implements Kind {}

        /**
         * A Java package, which Lambda's runtime client starts.
         *
         * @param classPath jars only, in a fixed order, as an AOT cache demands
         * @param runtimeLibrary the native part of Lambda's runtime client, if it has one
         */
        record Java(List<Path> classPath, Optional<Path> runtimeLibrary) implements Kind {}
    }

    String kindName() {
        return switch (kind) {
            case Kind.Native _ -> "native";
            case Kind.Java _ -> "JVM";
        };
    }
}
