package io.orderloom.container;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.orderloom.container.Column.Test;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the whole contract on one emulator. */
final class Asking implements TestExecutionListener {
    /**
     * Runs three parts at once: each has queues and tables of its own, and waits for most of its
     * time.
     */
    private static final Map<String, String> AT_ONCE =
            Map.of(
                    "junit.jupiter.execution.parallel.enabled", "true",
                    "junit.jupiter.execution.parallel.mode.default", "same_thread",
                    "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
                    "junit.jupiter.execution.parallel.config.strategy", "fixed",
                    "junit.jupiter.execution.parallel.config.fixed.parallelism", "3");

    private final Emulator emulator;
    private final PrintStream said;
    private final Map<Test, Outcome> outcomes = new ConcurrentHashMap<>();

    private Asking(Emulator emulator, PrintStream said) {
        this.emulator = emulator;
        this.said = said;
    }

    static Column of(Emulator emulator, PrintStream said) {
        var request = LauncherDiscoveryRequestBuilder.request().configurationParameters(AT_ONCE);
        for (var contract : Contract.values()) {
            contract.of(emulator).ifPresent(tests -> request.selectors(selectClass(tests)));
        }
        var asking = new Asking(emulator, said);
        LauncherFactory.create().execute(request.build(), asking);
        return new Column(emulator, true, asking.outcomes);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable()
                .ifPresent(thrown ->
                        said.printf(
                                "%s, %s: %s%n", emulator.label(), test.getDisplayName(), thrown));
        if (test.isTest() && test.getSource().orElse(null) instanceof MethodSource method) {
            outcomes.merge(
                    new Test(contract(method), method.getMethodName()),
                    outcome(method, result),
                    (one, other) -> one == Outcome.FAILED ? one : other);
        }
    }

    private Outcome outcome(MethodSource method, TestExecutionResult result) {
        return switch (result.getStatus()) {
            case FAILED -> Outcome.FAILED;
            case ABORTED -> Outcome.NOT_RUN;
            case SUCCESSFUL ->
                    Difference.of(emulator, method.getMethodName()).isPresent()
                            ? Outcome.DIFFERS
                            : Outcome.HELD;
        };
    }

    private Contract contract(MethodSource method) {
        return Arrays.stream(Contract.values())
                .filter(one -> one.of(emulator).equals(Optional.of(method.getJavaClass())))
                .findFirst()
                .orElseThrow();
    }
}
