package io.orderloom.governor;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Whose turn it is, where there is less room than work: of those who wait, whoever has the fewest
 * running, then whoever was served least, then whoever came first. So nobody has all the room while
 * another one waits for the first time.
 *
 * @param <W> work
 */
public final class FairQueue<W> {
    private final Map<String, Queue<W>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Integer> served = new HashMap<>();

    /** Work, and whom to tell {@link #done} of. */
    public record Turn<W>(String channel, W work) {}

    public synchronized void add(String channel, W work) {
        waiting.computeIfAbsent(channel, _ -> new ArrayDeque<>()).add(work);
    }

    /** The next to run; empty when nothing waits. */
    public synchronized Optional<Turn<W>> next() {
        var chosen = Optional.<String>empty();
        for (var channel : waiting.keySet()) {
            if (chosen.isEmpty() || before(channel, chosen.get())) {
                chosen = Optional.of(channel);
            }
        }
        return chosen.map(this::take);
    }

    public synchronized void done(Turn<W> turn) {
        running.merge(turn.channel(), -1, Integer::sum);
    }

    /** Those of whom something waits. */
    synchronized Set<String> waitingChannels() {
        return Set.copyOf(waiting.keySet());
    }

    private boolean before(String one, String other) {
        int fewer = Integer.compare(count(running, one), count(running, other));
        return fewer != 0 ? fewer < 0 : count(served, one) < count(served, other);
    }

    private Turn<W> take(String channel) {
        var queue = waiting.getOrDefault(channel, new ArrayDeque<>());
        var work = queue.remove();
        if (queue.isEmpty()) {
            waiting.remove(channel);
        }
        running.merge(channel, 1, Integer::sum);
        served.merge(channel, 1, Integer::sum);
        return new Turn<>(channel, work);
    }

    private static int count(Map<String, Integer> counts, String channel) {
        return counts.getOrDefault(channel, 0);
    }
}
