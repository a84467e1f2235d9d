package io.orderloom.simulation.world;

import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.effect.Trace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Counts deliveries by the trace of what processes receive and acknowledge. */
final class Hands implements Trace {
    private final Map<String, List<String>> held = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int messages;
    private int deliveries;
    private int whileAtWork;

    @Override
    public void note(String who, Supplier<String> what) {
        var said = what.get();
        if (said.startsWith("<   " + Boundary.RECEIVE)) {
            received(who, ids(said));
        } else if (said.startsWith("<   " + Boundary.ACKNOWLEDGE)
                || said.startsWith("threw")
                || said.startsWith("died")
                || said.startsWith("timed out")) {
            held.remove(who);
        }
    }

    private void received(String who, List<String> ids) {
        for (var id : ids) {
            deliveries++;
            messages += seen.add(id) ? 1 : 0;
            whileAtWork += held.values().stream().anyMatch(others -> others.contains(id)) ? 1 : 0;
        }
        held.put(who, ids);
    }

    private static List<String> ids(String said) {
        return List.of(said.substring(said.indexOf('[') + 1, said.indexOf(']')).split(", "));
    }

    /** The number of deliveries beyond the first of each message. */
    int again() {
        return deliveries - messages;
    }

    int deliveries() {
        return deliveries;
    }

    /** The number of those during which another process still held the message. */
    int whileAtWork() {
        return whileAtWork;
    }
}
