package io.orderloom.simulation.chaos;

import io.orderloom.simulation.oracle.Findings.Kind;
import io.orderloom.simulation.world.ScheduleOutcome;

/**
 * The results of a number of schedules, added up.
 *
 * @param orders that the shop was told are taken
 * @param crashes of processes at the point that the schedules were about
 * @param faults of the kind that the schedules were about, met by calls
 * @param parked orders and inputs that wait for a person, each for a named cause
 */
record Counts(
        long schedules,
        long orders,
        long crashes,
        long faults,
        long parked,
        long lost,
        long doubled,
        long money,
        long crowded,
        long unnamed) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Counts of(ScheduleOutcome outcome) {
        var findings = outcome.findings();
        return new Counts(
                1,
                findings.orders(),
                outcome.crashes(),
                outcome.faults(),
                findings.parked().values().stream().mapToLong(Integer::longValue).sum(),
                findings.count(Kind.LOST),
                findings.count(Kind.DOUBLED),
                findings.count(Kind.MONEY),
                findings.count(Kind.CROWDED),
                findings.count(Kind.UNNAMED));
    }

    Counts plus(Counts more) {
        return new Counts(
                schedules + more.schedules,
                orders + more.orders,
                crashes + more.crashes,
                faults + more.faults,
                parked + more.parked,
                lost + more.lost,
                doubled + more.doubled,
                money + more.money,
                crowded + more.crowded,
                unnamed + more.unnamed);
    }

    /** The number of findings. */
    long wrong() {
        return lost + doubled + money + crowded + unnamed;
    }
}
