package io.orderloom.bench;

import io.orderloom.embedded.StackOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measures whether an order costs the same when there are more of them, when more are stored, and
 * when more was said of it before.
 */
final class Scale {
    /** The thing that a measurement makes more of. */
    enum Part {
        ORDERS,
        STORED,
        LIVES;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int ORDERS = 300;
    private static final int[] TIMES = {1, 4, 16};
    private static final int[] STORED = {10, 1_000, 100_000};
    private static final int[] LIVES = {3, 30, 300};
    private static final double RATE = 12;
    private static final RateSchedule ONCE = new RateSchedule(RATE, ORDERS);
    private static final RateSchedule WARM_UP = new RateSchedule(60, 1200);
    private static final int REPORTED = 10_000;

    private final Supplier<StackOptions.Builder> options;
    private final long seed;
    private final ProgressLine progress;
    private final List<List<String>> rows = new ArrayList<>();
    private Optional<BenchAudit> audit = Optional.empty();

    Scale(Supplier<StackOptions.Builder> options, long seed, ProgressLine progress) {
        this.options = options;
        this.seed = seed;
        this.progress = progress;
    }

    TextTable table() {
        return new TextTable(
                List.of(
                        "",
                        "CPU an order or fact, ms",
                        "ratio to the first",
                        "peak MB of a function"),
                rows);
    }

    /** Empty where a missing order or event ends the measurement by itself. */
    Optional<BenchAudit> audit() {
        return audit;
    }

    void run(Part part) throws InterruptedException {
        switch (part) {
            case ORDERS -> orders();
            case STORED -> stored();
            case LIVES -> lives();
        }
    }

    private void stored() throws InterruptedException {
        try (var bed = TestBed.start(options.get(), seed, progress);
                var orders = new StoredOrders(bed.stack().dynamoDbEndpoint())) {
            warmUp(bed);
            double first = 0;
            for (int many : STORED) {
                orders.fill(Load.FIRST_ID, many, this::filled);
                var phase = bed.load().run("%d stored".formatted(many), ONCE);
                first = row("beside %,d stored orders", many, phase, first);
            }
        }
    }

    private void filled(int many) {
        if (many > 0 && many % REPORTED == 0) {
            progress.line("%,d orders stored".formatted(many));
        }
    }

    private void orders() throws InterruptedException {
        try (var bed = TestBed.start(options.get(), seed, progress)) {
            warmUp(bed);
            double first = 0;
            for (int times : TIMES) {
                var schedule = new RateSchedule(RATE, ORDERS * times);
                var phase = bed.load().run("%d orders".formatted(schedule.orders()), schedule);
                first = row("%,d orders", schedule.orders(), phase, first);
            }
        }
    }

    private void lives() throws InterruptedException {
        try (var lives = LongLives.start(options.get(), progress)) {
            double first = 0;
            for (int facts : LIVES) {
                var used = lives.measured(facts);
                double cpu = used.functionsCpu().toNanos() / 1e6 / lives.measuredFacts();
                first = first == 0 ? cpu : first;
                rows.add(cells("one more fact after %,d".formatted(facts), cpu, first, used));
            }
        }
    }

    private static void warmUp(TestBed bed) throws InterruptedException {
        var _ = bed.load().run("warm-up", WARM_UP);
    }

    /** Returns the cost with which the next rows are compared. */
    private double row(String label, int many, Phase phase, double first) {
        audit = audit.map(phase.audit()::plus).or(() -> Optional.of(phase.audit()));
        double compared = first == 0 ? phase.functionsCpu() : first;
        rows.add(
                cells(
                        String.format(Locale.ROOT, label, many),
                        phase.functionsCpu(),
                        compared,
                        phase.used()));
        return compared;
    }

    private static List<String> cells(String label, double cpu, double first, MeterReading used) {
        long peak =
                used.functions().values().stream()
                        .mapToLong(usage -> usage.peakBytes())
                        .max()
                        .orElse(0);
        return List.of(
                label,
                String.format(Locale.ROOT, "%.2f", cpu),
                String.format(Locale.ROOT, "%.2f", cpu / first),
                String.format(Locale.ROOT, "%.0f", peak / 1e6));
    }
}
