package io.orderloom.governor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who gets how many slots. Leased for a while and not for a call, so that a call costs no write.
 */
public final class Slots {
    /**
     * By so much the clocks of two instances may differ: others take what ran out only after that.
     */
    static final Duration SKEW = Duration.ofSeconds(2);

    /** How long a place in line is kept for an instance that does not ask again. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private Slots() {}

    /**
     * @param holder the instance that asks; what it holds already it gives back with this
     * @param wanted calls that it would make at once
     * @param instances that the queue feeds at most: as many share fairly
     */
    public record Ask(String holder, Urgency urgency, int wanted, int instances) {}

    /** All holdings after this instance asked; its own is among them, maybe of 0 slots. */
    public static List<Lease> ask(
            List<Lease> before, Limits limits, Ask ask, Instant now, Duration lease) {
        var others = others(before, ask.holder(), now);
        var alike = others.stream().filter(other -> other.urgency() == ask.urgency()).toList();
        var since = since(before, ask, now);
        int free = free(others, ask, limits) - ahead(alike, since);
        int slots = Math.max(0, Math.min(Math.min(ask.wanted(), fair(limits, ask, alike)), free));
        var until = now.plus(slots == 0 ? PATIENCE : lease);
        var after = new ArrayList<>(others);
        after.add(new Lease(ask.holder(), ask.urgency(), slots, since, until));
        return List.copyOf(after);
    }

    /** What is held after this instance gave back all. */
    public static List<Lease> leave(List<Lease> before, String holder, Instant now) {
        return others(before, holder, now);
    }

    private static List<Lease> others(List<Lease> all, String holder, Instant now) {
        return all.stream()
                .filter(one -> !one.holder().equals(holder))
                .filter(one -> now.isBefore(one.until().plus(SKEW)))
                .toList();
    }

    /** Whoever held goes to the end of the line; whoever waits keeps its place. */
    private static Instant since(List<Lease> before, Ask ask, Instant now) {
        return before.stream()
                .filter(one -> one.holder().equals(ask.holder()))
                .filter(one -> one.slots() == 0)
                .filter(one -> now.isBefore(one.until().plus(SKEW)))
                .map(Lease::since)
                .findFirst()
                .orElse(now);
    }

    /** Each of those who stand in line for longer is left one. */
    private static int ahead(List<Lease> alike, Instant since) {
        return (int)
                alike.stream()
                        .filter(other -> other.slots() == 0 && other.since().isBefore(since))
                        .count();
    }

    private static int fair(Limits limits, Ask ask, List<Lease> alike) {
        return Math.max(
                1, limits.most(ask.urgency()) / Math.max(ask.instances(), alike.size() + 1));
    }

    /** What is urgent may have all that nobody holds; the rest leaves the reserved ones. */
    private static int free(List<Lease> others, Ask ask, Limits limits) {
        int all = limits.slots() - held(others.stream());
        return switch (ask.urgency()) {
            case URGENT -> all;
            case NORMAL ->
                    Math.min(
                            all,
                            limits.most(Urgency.NORMAL)
                                    - held(
                                            others.stream()
                                                    .filter(o -> o.urgency() == Urgency.NORMAL)));
        };
    }

    private static int held(Stream<Lease> holdings) {
        return holdings.mapToInt(Lease::slots).sum();
    }
}
