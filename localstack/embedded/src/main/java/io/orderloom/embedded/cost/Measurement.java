package io.orderloom.embedded.cost;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.Packaging;
import io.orderloom.embedded.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes orders through all scenarios on the packaged functions.
 *
 * @param root of the project
 * @param data what the stacks keep; forgotten first
 * @param warmUp orders before the measured ones, for durations that are worth something
 */
record Measurement(
        Path root, Path data, Packaging packages, int warmUp, Consumer<String> progress) {

    List<Measured> all() throws IOException, InterruptedException {
        var all = new ArrayList<Measured>();
        try (var stack = EmbeddedStack.start(options().build());
                var course = new Course(stack)) {
            course.each(warmUp, course::place);
            all.add(course.measure(Scenario.ALONE, 10));
            all.add(course.measure(Scenario.FULL, 50));
            all.add(course.measure(Scenario.UNDONE, 5));
            all.add(course.measure(Scenario.REPEATED, 5));
        }
        all.add(new WholeLife(root, data, options(), warmUp).measure(5));
        return List.copyOf(all);
    }

    private StackOptions.Builder options() {
        return StackOptions.of(root)
                .packaging(packages)
                .data(data)
                .cache(root.resolve(".orderloom").resolve("cache"))
                .fresh(true)
                .durable(false)
                .concurrency(2)
                .metered(true)
                .progress(progress);
    }
}
