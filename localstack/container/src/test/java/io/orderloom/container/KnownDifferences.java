package io.orderloom.container;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;

/** Verifies that a test fails on an emulator exactly where a known difference says so. */
final class KnownDifferences implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> test,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        var known = Difference.of(Emulator.asked(), method.getExecutable().getName());
        if (known.isEmpty()) {
            test.proceed();
        } else {
            mustDiffer(test, known.get());
        }
    }

    static void mustDiffer(Invocation<@Nullable Void> test, Difference known) throws Throwable {
        try {
            test.proceed();
        } catch (AssertionError _) {
            return;
        }
        throw new AssertionFailedError(
                "%s does as AWS does here: take the difference \"%s\" out of Difference.ALL"
                        .formatted(known.emulator().label(), known.reason()));
    }
}
