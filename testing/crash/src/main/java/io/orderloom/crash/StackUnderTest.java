package io.orderloom.crash;

import io.orderloom.embedded.Arguments;
import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The stack in a process that is to be killed: {@code java … StackUnderTest ROOT OPTIONS…}. It
 * prints the address of its door, the events that were delivered and the point at which a function
 * was held. Each line of its input is a point at which to hold one. It ends when its input ends, so
 * that it never outlives its caller.
 */
public final class StackUnderTest {
    static final String DOOR = "door ";
    static final String TOLD = "told ";
    static final String STANDS_STILL = "stands still at ";

    private static final int WRONG_USE = 2;

    private StackUnderTest() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            run(Path.of(words[0]), List.of(words).subList(1, words.length));
        } catch (StartupFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static void run(Path root, List<String> words)
            throws IOException, InterruptedException {
        var standstill = new Standstill(point -> System.out.println(STANDS_STILL + point.code()));
        var arguments =
                Arguments.parse(words, System.getenv(), StackOptions.of(root).aotCaches(true));
        try (var ways = new KillingProxies(standstill)) {
            var options =
                    ShortTimeouts.with(arguments.options())
                            .detour(ways)
                            .progress(System.out::println)
                            .listener(StackUnderTest::told);
            try (var stack = EmbeddedStack.start(options.build())) {
                System.out.println(DOOR + stack.demoShopWebhooks() + " " + stack.demoShopSecret());
                obey(standstill);
            }
        }
    }

    private static void obey(Standstill standstill) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            standstill.at(Point.parse(line));
        }
    }

    private static void told(ReceivedEvent event) {
        System.out.println(TOLD + event.kind() + " " + event.subject());
    }
}
