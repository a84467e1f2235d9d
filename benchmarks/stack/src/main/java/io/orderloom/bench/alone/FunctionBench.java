package io.orderloom.bench.alone;

import io.orderloom.bench.MachineProperties;
import io.orderloom.bench.Section;
import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.Packaging;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.topology.EventSource;
import io.orderloom.topology.Function;
import io.orderloom.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code make bench-function}: the processor time of one invocation for each kind of input, of one
 * function or of all.
 */
public final class FunctionBench {
    private static final Path DOCUMENT = Path.of("docs", "benchmarks.md");
    private static final int WRONG_USE = 2;
    private static final int ROUNDS = 3;
    private static final int ALONE = 200;
    private static final long FIRST_ID = 900_000_000;

    private FunctionBench() {}

    /**
     * @param words the packages, {@code jvm} or {@code native}, and the label of a function, or
     *     nothing for all
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            var packages = Packaging.parse(words[0]);
            var only = Arrays.stream(words).skip(1).findFirst().map(FunctionBench::function);
            var page = new FunctionPage(rounds(packages), only, packages);
            page.lines().forEach(System.out::println);
            if (only.isEmpty()) {
                Section.replace(
                        DOCUMENT,
                        packages.natives().isEmpty()
                                ? "one function alone, JVM"
                                : "one function alone, native",
                        page.markdown(MachineProperties.here().inWords()));
                System.out.println("written to " + DOCUMENT);
            }
            System.exit(0);
        } catch (StartupFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static Function function(String label) {
        return Arrays.stream(Function.values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new StartupFailure(
                                "there is no function '%s'; FUNCTION is one of %s"
                                        .formatted(
                                                label,
                                                Arrays.stream(Function.values())
                                                        .map(Function::label)
                                                        .toList())));
    }

    private static List<List<FunctionTime>> rounds(Packaging packages)
            throws IOException, InterruptedException {
        var options =
                StackOptions.of(Path.of(""))
                        .memoryOptions(List.of("-Xmx64m", "-Xss512k"))
                        .packaging(packages)
                        .data(Path.of(".orderloom", "bench-function"))
                        .fresh(true)
                        .concurrency(1)
                        .build();
        try (var stack = EmbeddedStack.start(options);
                var shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret());
                var sqs = LocalAws.sqs(stack.sqsEndpoint())) {
            stack.starve(fed());
            var all = new ArrayList<List<FunctionTime>>();
            for (int round = 0; round < ROUNDS; round++) {
                System.out.printf("round %d of %d …%n", round + 1, ROUNDS);
                all.add(
                        new OrdersCourse(
                                        stack,
                                        new WebhookEvents(shop),
                                        new WaitingMessages(stack, sqs),
                                        ALONE,
                                        FIRST_ID + 10L * ALONE * round,
                                        FunctionBench::say)
                                .run());
            }
            return all;
        }
    }

    private static void say(FunctionTime time) {
        System.out.printf(
                "  %s, %s: %.0f µs%n",
                time.function().label(), time.input(), time.cpuMicrosPerInvocation());
    }

    /** The functions that queues feed. */
    private static Function[] fed() {
        return Topology.EVENT_SOURCES.stream()
                .map(EventSource::function)
                .distinct()
                .toArray(Function[]::new);
    }
}
