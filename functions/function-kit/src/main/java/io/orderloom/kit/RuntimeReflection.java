package io.orderloom.kit;

import io.quarkus.amazon.lambda.runtime.FunctionError;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Registers what Lambda's runtime writes about a thrown exception. Without this, the native process
 * ends when it fails to write it.
 */
@RegisterForReflection(targets = FunctionError.class)
final class RuntimeReflection {
    private RuntimeReflection() {}
}
