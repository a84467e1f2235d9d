package io.orderloom.bench;

import io.orderloom.embedded.Packaging;
import io.orderloom.embedded.common.StartupFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The options of the command line.
 *
 * @param rate orders a second, instead of looking for the highest
 * @param length of the run at that rate
 * @param shapes also measure the cost of an order alone and in full batches
 * @param hanging measure only how a hanging subscriber delays a healthy one
 * @param scale measure only whether the cost of an order stays the same when there is more of this
 * @param write put the figures into the document
 * @param packages which functions run as native executables
 * @param jvmOptions further options of functions on the JVM
 */
record BenchOptions(
        OptionalDouble rate,
        Duration length,
        int concurrency,
        long seed,
        boolean shapes,
        boolean hanging,
        Optional<Scale.Part> scale,
        boolean write,
        boolean help,
        Packaging packages,
        List<String> jvmOptions) {

    static final String HELP =
            """
            Measures Orderloom on this machine and writes docs/benchmarks.md.
              --rate N          orders a second; without it the highest is looked for
              --seconds N       length of the run at that rate (20)
              --concurrency N   processes of one function at most (2)
              --packages KIND   jvm, native, or native:FUNCTION,… for those alone (jvm)
              --jvm-option O    one more option for functions on the JVM; may be repeated
              --no-shapes       leave out what an order costs alone and in full batches
              --hanging         only what a hanging subscriber costs a healthy one
              --scale PART      only what an order costs with more of them: orders, stored, or lives
              --write           write the document, although --rate or --no-shapes was given
              --no-write        only print
              --seed N          draws other orders (1)\
            """;

    static BenchOptions parse(List<String> words) {
        var parsed = new Parsing(words);
        while (!parsed.words.isEmpty()) {
            parsed.option(parsed.words.removeFirst());
        }
        return parsed.options();
    }

    private static final class Parsing {
        private final ArrayDeque<String> words;
        private final List<String> jvmOptions = new ArrayList<>();
        private OptionalDouble rate = OptionalDouble.empty();
        private Duration length = Duration.ofSeconds(20);
        private int concurrency = 2;
        private long seed = 1;
        private boolean shapes = true;
        private boolean hanging;
        private Optional<Scale.Part> scale = Optional.empty();
        private Optional<Boolean> write = Optional.empty();
        private boolean help;
        private Packaging packages = Packaging.JVM;

        private Parsing(List<String> words) {
            this.words = new ArrayDeque<>(words);
        }

        private BenchOptions options() {
            return new BenchOptions(
                    rate,
                    length,
                    concurrency,
                    seed,
                    shapes,
                    hanging,
                    scale,
                    write.orElse(rate.isEmpty() && shapes),
                    help,
                    packages,
                    List.copyOf(jvmOptions));
        }

        private void option(String name) {
            switch (name) {
                case "--rate" -> rate = OptionalDouble.of(positive(name));
                case "--seconds" -> length = Duration.ofMillis(Math.round(positive(name) * 1000));
                case "--concurrency" -> concurrency = (int) positive(name);
                case "--seed" -> seed = (long) positive(name);
                case "--packages" -> packages = Packaging.parse(value(name));
                case "--jvm-option" -> jvmOptions.add(value(name));
                case "--no-shapes" -> shapes = false;
                case "--hanging" -> hanging = true;
                case "--scale" -> scale = Optional.of(part(name));
                case "--write" -> write = Optional.of(true);
                case "--no-write" -> write = Optional.of(false);
                case "--help", "-h" -> help = true;
                default ->
                        throw new StartupFailure(
                                "unknown option %s; --help lists them".formatted(name));
            }
        }

        private String value(String option) {
            if (words.isEmpty()) {
                throw new StartupFailure(option + " needs a value");
            }
            return words.removeFirst();
        }

        private Scale.Part part(String option) {
            var value = value(option);
            return Arrays.stream(Scale.Part.values())
                    .filter(part -> part.label().equals(value))
                    .findFirst()
                    .orElseThrow(() ->
                            new StartupFailure(
                                    "%s is one of orders, stored, lives, and not %s"
                                            .formatted(option, value)));
        }

        private double positive(String option) {
            var value = value(option);
            try {
                var number = Double.parseDouble(value);
                if (number > 0 && number < 1e9) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Reported below.
            }
            throw new StartupFailure("%s needs a number above 0, not %s".formatted(option, value));
        }
    }
}
