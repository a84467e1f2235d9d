package io.orderloom.simulation.world;

import static io.orderloom.simulation.world.Circumstance.HEAVY_PAYLOADS;
import static io.orderloom.simulation.world.Circumstance.LONG_ORDERS;
import static io.orderloom.simulation.world.Circumstance.PAYLOADS_EXPIRE;
import static io.orderloom.simulation.world.Circumstance.SWEPT_TWICE;
import static io.orderloom.simulation.world.Circumstance.TWO_CHANNELS;
import static io.orderloom.simulation.world.Circumstance.WEBHOOK_NEVER_COMES;

import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.simulation.shop.Placing;
import io.orderloom.simulation.shop.SimulatedOrder.Kind;
import io.orderloom.simulation.shop.SimulatedOrder.Size;
import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.simulation.world.World.ErpAccount;
import io.orderloom.simulation.world.World.QueueHabits;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Runs one schedule, from its first order until everything has come to rest. */
public final class ScheduleRun {
    private static final Duration LONGEST = Duration.ofDays(3);

    /** Few enough that calls have to wait for each other. */
    private static final int ERP_SLOTS = 4;

    private final SeededSchedule schedule;
    private final Scheduler scheduler = new Scheduler();
    private final SeededRandom chance;
    private final Circumstances circumstances;
    private final DrawnWeather weather;
    private final World world;

    private ScheduleRun(
            SeededSchedule schedule, Set<Circumstance> enabled, Tampering tampering, Trace trace) {
        this.schedule = schedule;
        this.chance = new SeededRandom(schedule.seed());
        this.circumstances = Circumstances.drawn(scheduler, schedule.seed(), enabled);
        this.weather = new DrawnWeather(schedule, scheduler, chance, circumstances);
        this.world =
                new World(
                        scheduler,
                        chance,
                        new ErpAccount(schedule.behaviour(), ERP_SLOTS),
                        weather,
                        new QueueHabits(chance.happens(500), chance.happens(300) ? 150 : 0),
                        circumstances,
                        tampering,
                        (who, what) ->
                                trace.note(who, () -> scheduler.sinceStart() + " " + what.get()));
    }

    public static ScheduleOutcome of(SeededSchedule schedule) {
        return of(schedule, Tampering.NONE, Trace.NONE);
    }

    public static ScheduleOutcome of(SeededSchedule schedule, Tampering tampering, Trace trace) {
        return of(schedule, Circumstance.usual(), tampering, trace);
    }

    /**
     * @param enabled the circumstances that may be drawn
     */
    public static ScheduleOutcome of(
            SeededSchedule schedule, Set<Circumstance> enabled, Tampering tampering, Trace trace) {
        return new ScheduleRun(schedule, enabled, tampering, trace).run();
    }

    private ScheduleOutcome run() {
        var happenings = new Happenings(world, circumstances);
        happenings.prepare();
        for (int i = 0; i < schedule.orders(); i++) {
            var kind = kind();
            world.shop()
                    .place(
                            new Placing(
                                    instance(),
                                    kind,
                                    size(),
                                    chance.between(Duration.ZERO, schedule.within()),
                                    chance.between(Duration.ZERO, Duration.ofMinutes(3)),
                                    silent(kind)));
        }
        happenings.afterPlacing();
        weather.blackouts()
                .forEach(after ->
                        scheduler.after(after, () -> world.lambda().endAll("everything dies")));
        if (chance.happens(500) || circumstances.has(SWEPT_TWICE)) {
            world.sweepRegularly();
        }
        boolean mends = chance.happens(500);
        for (int visit = chance.below(4); visit > 0; visit--) {
            var after = chance.between(Duration.ZERO, Duration.ofMinutes(8));
            world.visit(schedule.within().plus(after), mends ? world.erp()::learnItems : () -> {});
        }
        boolean atRest = world.run(LONGEST) && world.mend(LONGEST);
        if (circumstances.has(PAYLOADS_EXPIRE)) {
            circumstances.met(PAYLOADS_EXPIRE);
            world.letPayloadsExpire();
        }
        var findings = world.audit();
        if (!atRest) {
            findings.neverAtRest();
        }
        return new ScheduleOutcome(
                schedule,
                findings,
                world.lambda().boundaries(),
                chance.fingerprint(),
                weather.wantedCrashes(),
                weather.wantedFaults(),
                circumstances.met(),
                scheduler.sinceStart());
    }

    private String instance() {
        if (!circumstances.has(TWO_CHANNELS) || circumstances.chance(TWO_CHANNELS).happens(500)) {
            return SimulatedShop.INSTANCE;
        }
        circumstances.met(TWO_CHANNELS);
        return SimulatedShop.OTHER_INSTANCE;
    }

    private Size size() {
        if (of(HEAVY_PAYLOADS)) {
            return Size.HEAVY;
        }
        return of(LONG_ORDERS) ? Size.LONG : Size.USUAL;
    }

    /** An order that is paid later is never paid in one of three worlds. */
    private Set<String> silent(Kind kind) {
        if (kind == Kind.PAID_LATER && chance.happens(330)) {
            return Set.of(Placing.PAID);
        }
        return of(WEBHOOK_NEVER_COMES)
                ? Set.of(
                        circumstances
                                .chance(WEBHOOK_NEVER_COMES)
                                .oneOf(List.of(Placing.CREATED, Placing.CANCELLED)))
                : Set.of();
    }

    /** Returns whether the next order is one that the circumstance affects. */
    private boolean of(Circumstance one) {
        boolean is = circumstances.has(one) && circumstances.chance(one).happens(400);
        if (is) {
            circumstances.met(one);
        }
        return is;
    }

    private Kind kind() {
        int drawn = chance.below(100);
        if (drawn < 10) {
            return Kind.PAID_LATER;
        }
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
        if (drawn < 94) {
            return Kind.UNKNOWN_ITEM;
        }
        if (drawn < 96) {
            return Kind.NEVER_KNOWN_ITEM;
        }
        return Kind.UNREADABLE;
    }
}
