package io.orderloom.embedded;

import io.orderloom.embedded.emulator.RedeliveryLimits;
import io.orderloom.embedded.testfunction.Script;
import io.orderloom.embedded.testfunction.TestArchive;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The packaged test function behind the whole stack, started once for all tests of a class. */
abstract class OnTestStack {
    static final Duration SOON = Duration.ofSeconds(20);
    static final int MAX_RECEIVES = 3;
    private static final Duration VISIBILITY = Duration.ofSeconds(2);

    @TempDir static Path directory;
    static Script script;
    static EmbeddedStack stack;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        script = new Script();
        stack =
                EmbeddedStack.start(
                        StackOptions.of(directory)
                                .archives(
                                        TestArchive.of(
                                                directory,
                                                Function.INTAKE,
                                                Function.NORMALIZE,
                                                Function.ERP_POST,
                                                Function.MAINTENANCE))
                                .handler(TestArchive.HANDLER)
                                .environment(Map.of("TEST_SCRIPT", script.address().toString()))
                                .queueLimits(
                                        new RedeliveryLimits(
                                                Optional.of(VISIBILITY), Optional.of(MAX_RECEIVES)))
                                .functionTimeout(Duration.ofSeconds(4))
                                .metered(true)
                                .progress(System.out::println)
                                .build());
    }

    @AfterAll
    static void stop() {
        stack.close();
        script.close();
    }

    @BeforeEach
    void obedient() {
        // Dead letters of another test must not become calls in this one.
        stack.nameDeadLetters(false);
        script.tell(_ -> Script.OK);
    }
}
