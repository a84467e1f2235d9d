package io.orderloom.governor;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Decides whose work runs next, where there is less room than work. Of the channels that wait, the
 * one with the fewest running goes first, then the one that was served least, then the one that
 * came first. So no channel has all the room while another one waits for its first turn.
 *
 * @param <W> the work
 */
public final class FairQueue<W> {
    private final Map<String, Queue<W>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Integer> served = new HashMap<>();

    /** Work that was chosen, and its channel, for which {@link #done} is to be called. */
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

    /** The channels that have work waiting. */
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
