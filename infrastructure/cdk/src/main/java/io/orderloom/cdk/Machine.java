package io.orderloom.cdk;

import com.fasterxml.jackson.annotation.JsonProperty;
import software.amazon.awscdk.services.lambda.Architecture;

/** The processor architectures that functions run on. */
enum Machine {
    /** Graviton, which costs a fifth less. */
    @JsonProperty("arm64")
    ARM64("arm64", FunctionPackage.Kind.NATIVE_ARM64, Architecture.ARM_64),
    @JsonProperty("x86_64")
    X86_64("x86_64", FunctionPackage.Kind.NATIVE_X86_64, Architecture.X86_64);

    private final String label;
    private final FunctionPackage.Kind executables;
    private final Architecture architecture;

    Machine(String label, FunctionPackage.Kind executables, Architecture architecture) {
        this.label = label;
        this.executables = executables;
        this.architecture = architecture;
    }

    /** The name that Lambda and the build use. */
    String label() {
        return label;
    }

    /** The kind of executable that runs on it. */
    FunctionPackage.Kind executables() {
        return executables;
    }

    Architecture architecture() {
        return architecture;
    }
}
