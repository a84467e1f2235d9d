package io.orderloom.bench;

import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.subscriber.HangingSubscriber;
import io.orderloom.topology.Function;
import java.io.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures the packaged functions on a fresh stack; {@code make bench}. */
public final class Bench {
    private static final int VOID = 1;
    private static final int WRONG_USE = 2;
    private static final Path ROOT = Path.of("");
    private static final Path DOCUMENT = ROOT.resolve("docs").resolve("benchmarks.md");

    private static final RateSchedule WARM_UP = new RateSchedule(60, 1200);
    private static final int WARM_UPS_AT_MOST = 5;
    private static final double STILL_WARMING = 0.95;
    private static final RateSchedule ALONE = new RateSchedule(5, 100);
    private static final RateSchedule BACKLOG = new RateSchedule(60, 500);
    private static final Duration STEP = Duration.ofSeconds(6);
    private static final double FIRST_RATE = 60;

    private final BenchOptions options;
    private final ProgressLine progress;

    private Bench(BenchOptions options) {
        this.options = options;
        this.progress = new ProgressLine(System.out, terminal());
    }

    private static boolean terminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    public static void main(String[] words) throws Exception {
        try {
            var options = BenchOptions.parse(List.of(words));
            if (options.help()) {
                System.out.println(BenchOptions.HELP);
                return;
            }
            System.exit(new Bench(options).run());
        } catch (StartupFailure e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private int run() throws Exception {
        if (options.hanging()) {
            return hanging();
        }
        if (options.scale().isPresent()) {
            return scale(options.scale().get());
        }
        var kinds = new EnumMap<Function, String>(Function.class);
        var load = load(kinds);
        var shapes = options.shapes() ? shapes() : List.<Phase>of();
        var figures =
                new Figures(
                        kinds,
                        load,
                        shapes.stream().findFirst(),
                        shapes.stream().skip(1).findFirst());
        var report = new BenchReport(figures, MachineProperties.here());
        report.lines().forEach(progress::line);
        if (!figures.counts()) {
            progress.line("VOID: " + figures.audit());
            return VOID;
        }
        if (options.write()) {
            Section.replace(DOCUMENT, figures.kind(), report.markdown());
            progress.line("written to " + DOCUMENT);
        }
        progress.line("bench: " + figures.audit());
        return options.shapes() ? hanging() : 0;
    }

    /** Measures a healthy subscriber with one that hangs at its side. */
    private int hanging() throws Exception {
        var kinds = new EnumMap<Function, String>(Function.class);
        var beside = beside(kinds);
        beside.table().text().forEach(progress::line);
        if (!beside.counts()) {
            progress.line("VOID: " + beside.audit());
            return VOID;
        }
        var kind = Figures.kind(kinds);
        if (options.write()) {
            Section.replace(
                    DOCUMENT,
                    Beside.section(kind),
                    beside.markdown(kind, MachineProperties.here()));
        }
        progress.line("hanging subscriber: ratio=%.2f".formatted(beside.ratio()));
        return 0;
    }

    /** Measures whether the cost of an order stays the same when there is more of everything. */
    private int scale(Scale.Part part) throws Exception {
        var scale =
                new Scale(
                        () -> stackOptions().metered(false).schedules(false),
                        options.seed(),
                        progress);
        scale.run(part);
        scale.table().text().forEach(progress::line);
        var flawed = scale.audit().filter(audit -> !audit.holds());
        if (flawed.isPresent()) {
            progress.line("VOID: " + flawed.get());
            return VOID;
        }
        if (options.write()) {
            Section.replace(
                    DOCUMENT,
                    "scale: " + part.label(),
                    MachineProperties.here().inWords() + "\n\n" + scale.table().markdown());
        }
        return 0;
    }

    private Beside beside(Map<Function, String> kinds) throws Exception {
        try (var other = new HangingSubscriber()) {
            var stack = stackOptions().metered(false).subscribers(List.of(other.address()));
            try (var bed = TestBed.start(stack, options.seed(), progress)) {
                kinds(bed, kinds);
                warmUp("warm-up", bed.load());
                var without = bed.load().runBacklog("beside one that is well", Beside.BACKLOG);
                other.hang();
                var with = bed.load().runBacklog("beside one that hangs", Beside.BACKLOG);
                return new Beside(without, with, other.inVain());
            }
        }
    }

    private static void kinds(TestBed bed, Map<Function, String> kinds) {
        for (var function : bed.stack().functions().functions()) {
            kinds.put(function, bed.stack().functions().kind(function));
        }
    }

    /**
     * Measures how many orders the stack processes, without the meter, which would slow it down.
     */
    private Phase load(Map<Function, String> kinds) throws InterruptedException {
        try (var bed = TestBed.start(stackOptions().metered(false), options.seed(), progress)) {
            kinds(bed, kinds);
            warmUp("warm-up", bed.load());
            if (options.rate().isPresent()) {
                var asked = options.rate().getAsDouble();
                return bed.load().run("run", RateSchedule.lasting(asked, options.length()));
            }
            return atHighestRate(bed.load());
        }
    }

    /**
     * Sends orders until the cost of an order no longer falls, since a JVM compiles for a while.
     */
    private static void warmUp(String name, Load load) throws InterruptedException {
        double before = Double.MAX_VALUE;
        for (int runs = 0; runs < WARM_UPS_AT_MOST; runs++) {
            double cpu = load.run(name, WARM_UP).functionsCpu();
            if (cpu > before * STILL_WARMING) {
                return;
            }
            before = cpu;
        }
    }

    private Phase atHighestRate(Load load) throws InterruptedException {
        var search = RateSearch.from(FIRST_RATE);
        while (!search.over()) {
            var step = load.run("step", RateSchedule.lasting(search.rate(), STEP));
            search = search.after(step.sustained());
        }
        var rate = search.low().orElse(search.rate());
        var phase = load.run("run", RateSchedule.lasting(rate, options.length()));
        // A step of the search is short, and its rate may be too high for a longer run.
        for (int tries = 0; tries < 3 && !phase.sustained() && phase.audit().holds(); tries++) {
            rate *= 0.9;
            phase = load.run("run", RateSchedule.lasting(rate, options.length()));
        }
        return phase;
    }

    /** Measures the cost of an order, alone and in full batches. */
    private List<Phase> shapes() throws InterruptedException {
        try (var bed = TestBed.start(stackOptions().metered(true), options.seed(), progress)) {
            warmUp("warm-up, metered", bed.load());
            var alone = bed.load().run("each alone", ALONE);
            return List.of(alone, bed.load().runBacklog("full batches", BACKLOG));
        }
    }

    private StackOptions.Builder stackOptions() {
        var memory = new ArrayList<>(List.of("-Xmx64m", "-Xss512k"));
        memory.addAll(options.jvmOptions());
        return StackOptions.of(ROOT)
                .packaging(options.packages())
                .data(ROOT.resolve(".orderloom").resolve("bench"))
                .fresh(true)
                .durable(false)
                .concurrency(options.concurrency())
                .memoryOptions(memory)
                .aotCaches(true);
    }
}
