package io.orderloom.simulation.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The results of an audit. */
public final class Findings {
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Cause, Integer> parked = new EnumMap<>(Cause.class);
    private final Map<Cause, Integer> drawn = new EnumMap<>(Cause.class);
    private int orders;

    /** The kinds of findings. */
    public enum Kind {
        /** An accepted order is not in the ERP, and no exception explains it. */
        LOST,
        /** An order has more than one document in the ERP. */
        DOUBLED,
        /** A total differs, or money was refunded twice or not at all. */
        MONEY,
        /** More calls at once than the ERP account bears. */
        CROWDED,
        /** Anything else that ended without a named exception or otherwise than promised. */
        UNNAMED
    }

    /**
     * @param order the order's id, or the name of another thing that the finding is about
     */
    public record Finding(Kind kind, String order, String what) {
        @Override
        public String toString() {
            return "%s %s: %s".formatted(kind, order, what);
        }
    }

    void found(Kind kind, String order, String what) {
        findings.add(new Finding(kind, order, what));
    }

    /** The world never came to rest. */
    public void neverAtRest() {
        found(Kind.UNNAMED, "everything", "has not come to rest");
    }

    /** The ERP account was called too often at once. */
    public void crowded(int most) {
        found(Kind.CROWDED, "the ERP", "met %d calls at once".formatted(most));
    }

    /** A log line names a buyer. */
    public void logged(String line) {
        found(Kind.UNNAMED, "the log", "names a buyer: " + line);
    }

    void order() {
        orders++;
    }

    void parked(Cause cause) {
        parked.merge(cause, 1, Integer::sum);
    }

    /** Allows one order or input to wait for a person for this cause. */
    void drawn(Cause cause) {
        drawn.merge(cause, 1, Integer::sum);
    }

    public int orders() {
        return orders;
    }

    public List<Finding> all() {
        return List.copyOf(findings);
    }

    public long count(Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    /** The number of orders and inputs that wait for a person, by cause. */
    public Map<Cause, Integer> parked() {
        return Map.copyOf(parked);
    }

    /** The number of orders and inputs for which each cause was drawn. */
    public Map<Cause, Integer> drawn() {
        return Map.copyOf(drawn);
    }
}
