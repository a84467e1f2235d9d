package io.orderloom.core;

import io.orderloom.money.Amount;
import io.orderloom.order.Quantity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of one line. A count that is missing is zero.
 *
 * @param ordered units in the revision that holds; zero for a line that no revision has shown yet
 * @param least the fewest units that any known revision has ordered of it
 * @param substitutes the worth of the goods that went out in its place
 */
public record LineState(
        String lineId,
        boolean goods,
        Quantity ordered,
        Optional<Quantity> least,
        Amount worth,
        Map<UnitCount, Quantity> counts,
        Optional<Amount> substitutes) {

    public LineState {
        counts = Map.copyOf(counts);
    }

    /** A line of which only the id is known. */
    static LineState unseen(String lineId, Amount zero) {
        return new LineState(
                lineId, true, Quantity.ZERO, Optional.empty(), zero, Map.of(), Optional.empty());
    }

    public Quantity count(UnitCount of) {
        return counts.getOrDefault(of, Quantity.ZERO);
    }

    LineState plus(UnitCount of, Quantity units) {
        var more = new EnumMap<UnitCount, Quantity>(UnitCount.class);
        more.putAll(counts);
        more.merge(of, units, Quantity::plus);
        return new LineState(lineId, goods, ordered, least, worth, more, substitutes);
    }

    LineState substitutedBy(Amount substitute) {
        return new LineState(
                lineId,
                goods,
                ordered,
                least,
                worth,
                counts,
                Optional.of(substitutes.map(substitute::plus).orElse(substitute)));
    }

    /** Notes that a revision has shown the line, whether or not that revision holds. */
    LineState shown(Quantity inRevision) {
        return new LineState(
                lineId,
                goods,
                ordered,
                Optional.of(least.map(inRevision::min).orElse(inRevision)),
                worth,
                counts,
                substitutes);
    }

    /** Takes the terms of the revision that holds. */
    LineState on(LineTerms terms) {
        return new LineState(
                lineId, terms.goods(), terms.ordered(), least, terms.worth(), counts, substitutes);
    }

    /** The line is not in the revision that holds. */
    LineState dropped() {
        return new LineState(
                lineId, goods, Quantity.ZERO, least, worth.zero(), counts, substitutes);
    }
}
