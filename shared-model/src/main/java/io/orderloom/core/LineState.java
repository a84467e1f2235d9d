package io.orderloom.core;

import io.orderloom.money.Amount;
import io.orderloom.order.Quantity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of one line; what is not counted is nothing.
 *
 * @param ordered by the holding revision; nothing for a line that no revision has shown yet
 * @param least that any revision known has ordered of it
 * @param substitutes what the goods that went out in its place are worth
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

    /** A line of which nothing is known but its name. */
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

    /** A revision has shown the line; whether it holds or not. */
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

    /** The holding revision has these terms for it. */
    LineState on(LineTerms terms) {
        return new LineState(
                lineId, terms.goods(), terms.ordered(), least, terms.worth(), counts, substitutes);
    }

    /** The holding revision has it no more. */
    LineState dropped() {
        return new LineState(
                lineId, goods, Quantity.ZERO, least, worth.zero(), counts, substitutes);
    }
}
