package io.orderloom.simulation.world;

import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.schedule.Chance;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.shop.ShopOrder.Kind;
import io.orderloom.simulation.world.World.ErpAccount;
import io.orderloom.simulation.world.World.QueueHabits;
import java.time.Duration;

/** One schedule, from its first order until everything has come to rest. */
public final class Run {
    private static final Duration LONGEST = Duration.ofDays(3);

    /** So few that calls have to wait for each other. */
    private static final int ERP_SLOTS = 4;

    private final Schedule schedule;
    private final Scheduler scheduler = new Scheduler();
    private final Chance chance;
    private final DrawnWeather weather;
    private final World world;

    private Run(Schedule schedule, Tampering tampering, Trace trace) {
        this.schedule = schedule;
        this.chance = new Chance(schedule.seed());
        this.weather = new DrawnWeather(schedule, scheduler, chance);
        this.world =
                new World(
                        scheduler,
                        chance,
                        new ErpAccount(schedule.behaviour(), ERP_SLOTS),
                        weather,
                        new QueueHabits(chance.happens(500), chance.happens(300) ? 150 : 0),
                        tampering,
                        (who, what) ->
                                trace.note(who, () -> scheduler.sinceStart() + " " + what.get()));
    }

    public static Outcome of(Schedule schedule) {
        return of(schedule, Tampering.NONE, Trace.NONE);
    }

    public static Outcome of(Schedule schedule, Tampering tampering, Trace trace) {
        return new Run(schedule, tampering, trace).run();
    }

    private Outcome run() {
        for (int i = 0; i < schedule.orders(); i++) {
            world.shop()
                    .place(
                            kind(),
                            chance.between(Duration.ZERO, schedule.within()),
                            chance.between(Duration.ZERO, Duration.ofMinutes(3)));
        }
        weather.blackouts()
                .forEach(after ->
                        scheduler.after(after, () -> world.lambda().endAll("everything dies")));
        if (chance.happens(500)) {
            world.sweepRegularly();
        }
        boolean mends = chance.happens(500);
        for (int visit = chance.below(4); visit > 0; visit--) {
            var after = chance.between(Duration.ZERO, Duration.ofMinutes(8));
            world.visit(schedule.within().plus(after), mends ? world.erp()::learnItems : () -> {});
        }
        boolean atRest = world.run(LONGEST);
        var findings = world.audit();
        if (!atRest) {
            findings.neverAtRest();
        }
        return new Outcome(
                schedule,
                findings,
                world.lambda().boundaries(),
                chance.fingerprint(),
                weather.wantedCrashes(),
                weather.wantedFaults(),
                scheduler.sinceStart());
    }

    private Kind kind() {
        int drawn = chance.below(100);
        if (drawn < 55) {
            return Kind.PLAIN;
        }
        if (drawn < 83) {
            return Kind.CANCELLED;
        }
        if (drawn < 87) {
            return Kind.TEST;
        }
        if (drawn < 91) {
            return Kind.MISCOUNTED;
        }
        return drawn < 96 ? Kind.UNKNOWN_ITEM : Kind.UNREADABLE;
    }
}
