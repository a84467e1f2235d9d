package io.orderloom.cost;

import io.orderloom.bench.FactMessages;
import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.Packaging;
import io.orderloom.embedded.StackOptions;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs the orders of all scenarios through the packaged functions.
 *
 * @param root of the project
 * @param data the stack's directory, which is emptied first
 * @param warmUp the number of orders before the measured ones, without which durations mean little
 * @param orders of each scenario; full batches take ten times as many
 */
record Measurement(
        Path root, Path data, Packaging packages, int warmUp, int orders, Consumer<String> report) {

    List<Measured> all() throws IOException, InterruptedException {
        var all = new ArrayList<Measured>();
        try (var stack = EmbeddedStack.start(options());
                var course = new ScenarioRunner(stack)) {
            course.warmUp(warmUp);
            for (var scenario : Scenario.values()) {
                int many = scenario.full() ? 10 * orders : orders;
                all.add(course.measure(scenario, many));
            }
        }
        return List.copyOf(all);
    }

    private StackOptions options() {
        return StackOptions.of(root)
                .packaging(packages)
                .archive(Function.NORMALIZE, FactMessages.reader(root))
                .channels(StatedFacts.INSTANCES)
                .data(data)
                .cache(root.resolve(".orderloom").resolve("cache"))
                .fresh(true)
                .durable(false)
                // Scheduled sweeps belong to no order.
                .schedules(false)
                .metered(true)
                .progress(report)
                .build();
    }
}
