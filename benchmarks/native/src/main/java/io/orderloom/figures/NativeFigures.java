package io.orderloom.figures;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.common.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the same orders through all functions as native executables, on the JVM with its
 * ahead-of-time cache, and on the JVM alone, and writes the measured values into docs/native.md.
 */
public final class NativeFigures {
    private static final int WARM_UP = 100;
    private static final int ORDERS = 200;
    private static final int WRONG_USE = 2;
    private static final Path PAGE = Path.of("docs", "native.md");

    private final Path scratch = Path.of(".orderloom", "figures");

    private NativeFigures() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            var page = new NativePage(new NativeFigures().measure(), conditions());
            page.writeInto(PAGE);
            System.out.println(page.markdown());
            System.exit(0);
        } catch (StartupFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private List<Figure> measure() throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        for (var kind : Kind.values()) {
            System.out.println(kind.title() + " …");
            figures.addAll(measure(kind));
        }
        return figures;
    }

    private List<Figure> measure(Kind kind) throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        var options =
                StackOptions.of(Path.of(""))
                        .memoryOptions(List.of("-Xmx64m", "-Xss512k"))
                        .packaging(kind.packaging())
                        .data(scratch.resolve(kind.name()))
                        // Each kind has its own cache directory, or the JVM alone would find the
                        // caches of the others.
                        .cache(scratch.resolve("cache-" + kind.name()))
                        .aotCaches(kind.aotCache())
                        .fresh(true)
                        .concurrency(1)
                        .build();
        try (var stack = EmbeddedStack.start(options)) {
            for (var archive : options.archives().entrySet()) {
                double megabytes = Files.size(archive.getValue()) / 1e6;
                figures.add(new Figure(kind, archive.getKey(), FunctionMeasure.PACKAGE, megabytes));
            }
            figures.addAll(new FunctionsMeasurement(kind, stack).measure(WARM_UP, ORDERS));
        }
        return figures;
    }

    private static String conditions() {
        return """
        One run on one machine: %s %s, %d processors, JDK %s; each process limited to 64 MB of \
        heap, the JVM to C1 and the serial collector as on Lambda; %d orders after %d to warm up, \
        one after another, each booked, cancelled and refunded, and a sweep after each. A warm invocation includes its \
        calls to the queues, the table, the ERP and the subscriber, all of this machine.\
        """
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        ORDERS,
                        WARM_UP);
    }
}
