package io.orderloom.simulation.oracle;

import io.orderloom.simulation.shop.Buyer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Reads all log lines and remembers those that name a buyer. Worlds run in parallel and write to
 * the same log; a buyer's mark shows which world a line belongs to.
 */
public final class LeakWatch {
    /** The first line with each mark. */
    private static final Map<String, String> LEAKS = new ConcurrentHashMap<>();

    private final String marks;

    private LeakWatch(String marks) {
        this.marks = marks;
    }

    /** Replaces all log handlers with this one. */
    public static void install() {
        var root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.INFO);
        root.addHandler(new Reader());
    }

    /** A watch for the world of this seed, without any findings yet. */
    public static LeakWatch of(long seed) {
        var watch = new LeakWatch(Buyer.marksOf(seed));
        LEAKS.keySet().removeIf(mark -> mark.startsWith(watch.marks));
        return watch;
    }

    /** The lines that name a buyer of this world. */
    public List<String> leaks() {
        return LEAKS.entrySet().stream()
                .filter(leak -> leak.getKey().startsWith(marks))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static final class Reader extends Handler {
        @Override
        public void publish(LogRecord line) {
            read(String.valueOf(line.getMessage()));
            for (var thrown = line.getThrown(); thrown != null; thrown = thrown.getCause()) {
                read(String.valueOf(thrown.getMessage()));
            }
        }

        private static void read(String text) {
            Buyer.markIn(text).ifPresent(mark -> LEAKS.putIfAbsent(mark, text));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
