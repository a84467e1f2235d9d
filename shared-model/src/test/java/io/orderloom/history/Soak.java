package io.orderloom.history;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * Proves a number of random histories: {@code Soak HISTORIES [FIRST_SEED]}. The last line is {@code
 * soak: histories=N broken=0}; the exit status is 0 if none is broken, else 1.
 */
public final class Soak {
    private static final int SHOWN = 5;

    private final PrintStream out;
    private final boolean terminal;
    private final long histories;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();

    private Soak(PrintStream out, boolean terminal, long histories) {
        this.out = out;
        this.terminal = terminal;
        this.histories = histories;
    }

    public static void main(String[] arguments) {
        long histories = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20_000;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        var soak =
                new Soak(
                        System.out,
                        Optional.ofNullable(System.console())
                                .map(Console::isTerminal)
                                .orElse(false),
                        histories);
        System.exit(soak.run(first) == 0 ? 0 : 1);
    }

    private long run(long first) {
        long started = System.nanoTime();
        LongStream.range(first, first + histories).parallel().forEach(this::prove);
        var took = Duration.ofNanos(System.nanoTime() - started);
        out.printf(
                "%s%d histories a second%n",
                terminal ? "\r" : "", histories * 1000 / Math.max(1, took.toMillis()));
        out.printf("soak: histories=%d broken=%d%n", histories, broken.get());
        return broken.get();
    }

    private void prove(long seed) {
        Proof.broken(World.history(seed))
                .ifPresent(what -> {
                    if (broken.incrementAndGet() <= SHOWN) {
                        out.println(what);
                    }
                });
        long count = done.incrementAndGet();
        if (terminal && count % 2_000 == 0) {
            out.printf("\r%d of %d", count, histories);
            out.flush();
        }
    }
}
