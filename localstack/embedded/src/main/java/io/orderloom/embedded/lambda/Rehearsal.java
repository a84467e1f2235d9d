package io.orderloom.embedded.lambda;

import io.orderloom.topology.Function;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets a function's process initialise and answer one event, and then ends it, so that its JVM
 * writes down what it has loaded.
 */
public final class Rehearsal {
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final Duration TO_WRITE = Duration.ofSeconds(60);

    private Rehearsal() {}

    /** Starts the process. */
    @FunctionalInterface
    public interface Start {
        /**
         * @param runtimeApi host and port
         */
        Process at(String runtimeApi) throws IOException;
    }

    /** Returns when the process has ended. */
    public static void of(Function function, byte[] event, Start start)
            throws IOException, InterruptedException {
        var run = new TrainingRun(event);
        try (var api = new RuntimeApi(function, TO_ANSWER, run)) {
            var process = start.at(api.hostAndPort());
            try {
                var _ = process.onExit().thenRun(run::over);
                run.await(TO_ANSWER);
                process.destroy();
                process.waitFor(TO_WRITE.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                process.destroyForcibly();
            }
        }
    }
}
