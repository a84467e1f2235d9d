package io.orderloom.kit;

import io.quarkus.amazon.lambda.runtime.FunctionError;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the runtime writes about a thrown exception; a native process ends if it can't. */
@RegisterForReflection(targets = FunctionError.class)
final class RuntimeReflection {
    private RuntimeReflection() {}
}
