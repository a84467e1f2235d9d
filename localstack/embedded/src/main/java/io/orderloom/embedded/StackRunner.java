package io.orderloom.embedded;

import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs the stack from the project's root until Ctrl-C. */
public final class StackRunner {
    /**
     * Exit code for what the user can correct: a taken port, an unknown option, a function that is
     * not built.
     */
    private static final int WRONG_USE = 2;

    private StackRunner() {}

    public static void main(String[] words) throws InterruptedException {
        try {
            run(List.of(words));
        } catch (StartupFailure e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static void run(List<String> words) throws InterruptedException {
        var arguments =
                Arguments.parse(
                        words, System.getenv(), StackOptions.of(Path.of("")).aotCaches(true));
        if (arguments.help()) {
            System.out.println(Arguments.HELP);
            return;
        }
        var options =
                arguments.options().progress(System.out::println).listener(StackRunner::print);
        // Not in a try block: the process ends by a signal, and the shutdown hook closes the stack.
        var stack = EmbeddedStack.start(options.build());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stack::close));
        stack.addresses().forEach(System.out::println);
        new CountDownLatch(1).await();
    }

    private static void print(ReceivedEvent event) {
        System.out.printf("event %s %s %s%n", event.type(), event.subject(), event.id());
    }
}
