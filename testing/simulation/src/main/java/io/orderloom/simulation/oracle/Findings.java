package io.orderloom.simulation.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What an audit found. */
public final class Findings {
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Cause, Integer> parked = new EnumMap<>(Cause.class);
    private final Map<Cause, Integer> drawn = new EnumMap<>(Cause.class);
    private int orders;

    /** What can be wrong. */
    public enum Kind {
        /** An accepted order that is not in the ERP, and nobody knows why. */
        LOST,
        /** An order with more than one document in the ERP. */
        DOUBLED,
        /** A total that differs, or money given back twice or not at all. */
        MONEY,
        /** More calls at once than the ERP account bears. */
        CROWDED,
        /** Something that ended in no way that has a name. */
        UNNAMED
    }

    /**
     * @param order the order's id, or what else it is about
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

    /** It goes on and on. */
    public void neverAtRest() {
        found(Kind.UNNAMED, "everything", "has not come to rest");
    }

    /** It was called too often at once. */
    public void crowded(int most) {
        found(Kind.CROWDED, "the ERP", "met %d calls at once".formatted(most));
    }

    /** A line of the log names a buyer. */
    public void logged(String line) {
        found(Kind.UNNAMED, "the log", "names a buyer: " + line);
    }

    void order() {
        orders++;
    }

    void parked(Cause cause) {
        parked.merge(cause, 1, Integer::sum);
    }

    /** Something may be parked for this cause, once. */
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

    /** How many orders and inputs wait for a person, by what for. */
    public Map<Cause, Integer> parked() {
        return Map.copyOf(parked);
    }

    /** For how many the cause was drawn. */
    public Map<Cause, Integer> drawn() {
        return Map.copyOf(drawn);
    }
}
