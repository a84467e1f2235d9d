package io.orderloom.embedded.lambda;

import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.http.ProxyHook;
import io.orderloom.topology.Function;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;

/** Stands in for AWS Lambda: each packaged function in processes of its own. */
public final class LambdaHost implements AutoCloseable {
    /** The event that every function answers with its health. */
    public static final byte[] HEALTH_CHECK =
            "{\"health\":\"check\"}".getBytes(StandardCharsets.UTF_8);

    private static final Duration TO_COME_UP = Duration.ofSeconds(60);

    private final Map<Function, FunctionPool> pools = new EnumMap<>(Function.class);
    private final Map<Function, Launcher> launchers = new EnumMap<>(Function.class);
    private final ScheduledExecutorService timers = timers();
    private final Guard guard;
    private final AotCache aotCache;

    /**
     * @param archives the functions to run and the archive of each
     * @param cache directory of unpacked archives and AOT caches
     * @param runtimeClient directory with the jars of Lambda's Java runtime client
     * @param handlers the class and method that the Java runtime calls, by function
     * @param memoryOptions limits for a JVM and a native executable alike
     * @param logs directory; one file for each function
     * @param timeout replaces each function's own
     * @param concurrency most processes of one function
     * @param detour a proxy hook between the processes and the Runtime API
     */
    public record Settings(
            Map<Function, Path> archives,
            Path cache,
            Path runtimeClient,
            Map<Function, String> handlers,
            List<String> memoryOptions,
            Path logs,
            Optional<Duration> timeout,
            int concurrency,
            ProxyHook detour) {}

    /**
     * @param configuration the variables of each function
     * @param report gets one line for each process that ends unexpectedly
     */
    public LambdaHost(
            Settings settings,
            java.util.function.Function<Function, Map<String, String>> configuration,
            Consumer<String> report) {
        this.aotCache = new AotCache(settings.cache());
        var packages = new Packages(settings.cache(), settings.runtimeClient());
        var opened = new EnumMap<Function, UnpackedPackage>(Function.class);
        settings.archives()
                .forEach((function, archive) ->
                        opened.put(function, packages.open(function.label(), archive)));
        // The guard starts only now, because a package that is missing would leave it without work.
        this.guard = new Guard();
        opened.forEach((function, unpacked) -> {
            var launcher =
                    new Launcher(
                            function,
                            unpacked,
                            hosted(settings.handlers(), function),
                            settings.memoryOptions(),
                            configuration.apply(function),
                            settings.logs().resolve(function.label() + ".log"),
                            settings.detour(),
                            guard);
            launchers.put(function, launcher);
            pools.put(
                    function,
                    new FunctionPool(
                            launcher,
                            aotCache,
                            settings.timeout().orElse(function.timeout()),
                            settings.concurrency(),
                            timers,
                            report));
        });
    }

    public Set<Function> functions() {
        return Set.copyOf(pools.keySet());
    }

    /** Makes the AOT caches that are missing; they speed up each later start of the same build. */
    public void makeAotCaches(Consumer<String> report) throws InterruptedException {
        for (var launcher : launchers.values()) {
            if (aotCache.missing(launcher.unpacked())) {
                var made = aotCache.make(launcher, HEALTH_CHECK);
                report.accept(
                        launcher.function().label()
                                + (made ? ": AOT cache made" : ": runs without an AOT cache"));
            }
        }
    }

    /** Starts one process of each function and waits until all have requested their first event. */
    public void start(Consumer<String> report) throws InterruptedException {
        pools.values().forEach(FunctionPool::start);
        for (var function : pools.keySet()) {
            if (!pool(function).awaitReady(TO_COME_UP)) {
                throw new StartupFailure(
                        "function %s did not start within %d s; its log says why: %s"
                                .formatted(
                                        function.label(),
                                        TO_COME_UP.toSeconds(),
                                        launcher(function).log()));
            }
            report.accept("%s up (%s)".formatted(function.label(), kind(function)));
        }
    }

    /**
     * @param patience how long to wait for a free process
     */
    public InvocationOutcome invoke(Function function, byte[] payload, Duration patience)
            throws InterruptedException {
        return pool(function).invoke(payload, patience);
    }

    /** Waits until a process of the function has initialised. */
    public boolean awaitReady(Function function, Duration patience) throws InterruptedException {
        return pool(function).awaitReady(patience);
    }

    public List<Long> pids(Function function) {
        return pool(function).processes().stream().map(FunctionProcess::pid).toList();
    }

    /** Sends SIGKILL to all processes of the function; they are started again. */
    public void kill(Function function) {
        pool(function).processes().forEach(FunctionProcess::kill);
    }

    /** {@code native} or {@code JVM}. */
    public String kind(Function function) {
        return launcher(function).unpacked().kindName();
    }

    public Usage usage(Function function) {
        return pool(function).usage();
    }

    public Timings timings(Function function) {
        return pool(function).timings();
    }

    @Override
    public void close() {
        pools.values().parallelStream().forEach(FunctionPool::close);
        guard.close();
        timers.shutdownNow();
    }

    private FunctionPool pool(Function function) {
        return hosted(pools, function);
    }

    private Launcher launcher(Function function) {
        return hosted(launchers, function);
    }

    private static ScheduledExecutorService timers() {
        var timers =
                new ScheduledThreadPoolExecutor(
                        2,
                        Thread.ofPlatform().daemon().name("lambda-timer-", 0).factory(),
                        new ThreadPoolExecutor.DiscardPolicy());
        timers.setRemoveOnCancelPolicy(true);
        return timers;
    }

    private static <T> T hosted(Map<Function, T> from, Function function) {
        var found = from.get(function);
        if (found == null) {
            throw new IllegalArgumentException(function.label() + " is not hosted here");
        }
        return found;
    }
}
