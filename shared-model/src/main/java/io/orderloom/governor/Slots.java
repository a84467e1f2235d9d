package io.orderloom.governor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides which instance gets how many slots. They are leased for a while and not for one call, so
 * that a call costs no write.
 */
public final class Slots {
    /**
     * The clocks of two instances may differ by this much. An expired lease is given to others only
     * after it.
     */
    static final Duration SKEW = Duration.ofSeconds(2);

    /** How long a place in line is kept for an instance that does not request again. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private Slots() {}

    /**
     * @param holder the instance that requests; with the request it gives back what it holds
     * @param wanted how many calls it would make at once
     * @param instances the most instances that the queue feeds, which are to share fairly
     */
    public record Ask(String holder, Urgency urgency, int wanted, int instances) {}

    /** All leases after this instance's request. Its own is among them, maybe with 0 slots. */
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

    /** The leases that are left after this instance gave back all of its slots. */
    public static List<Lease> leave(List<Lease> before, String holder, Instant now) {
        return others(before, holder, now);
    }

    private static List<Lease> others(List<Lease> all, String holder, Instant now) {
        return all.stream()
                .filter(one -> !one.holder().equals(holder))
                .filter(one -> now.isBefore(one.until().plus(SKEW)))
                .toList();
    }

    /**
     * The instance's place in line. One that held slots goes to the end; one that waits keeps its
     * place.
     */
    private static Instant since(List<Lease> before, Ask ask, Instant now) {
        return before.stream()
                .filter(one -> one.holder().equals(ask.holder()))
                .filter(one -> one.slots() == 0)
                .filter(one -> now.isBefore(one.until().plus(SKEW)))
                .map(Lease::since)
                .findFirst()
                .orElse(now);
    }

    /** The slots to be left to instances that have waited longer, one for each. */
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

    /**
     * The slots that are free for a request. Urgent calls may take all that nobody holds; others
     * leave the reserved ones.
     */
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
