package io.orderloom.simulation.world;

import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.erp.Entry;
import io.orderloom.simulation.erp.ErpBehaviour;
import io.orderloom.simulation.oracle.Findings;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.simulation.shop.PaymentBook;
import io.orderloom.simulation.shop.SimulatedOrder.Kind;
import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.simulation.world.World.ErpAccount;
import io.orderloom.simulation.world.World.QueueHabits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An ERP that is down for hours while the shop goes on taking orders, and some of the orders posted
 * before are cancelled. The waiting work is done when the ERP is back: refunds first, and never
 * more calls at once than allowed.
 */
public final class LongErpOutage {
    /** The time before the outage, in which all goes well. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofDays(3);

    /** The percentage of the orders from before the outage that are cancelled during it. */
    private static final int CANCELLED = 20;

    private final Plan plan;
    private final Scheduler scheduler = new Scheduler();
    private final SeededRandom chance;
    private final World world;
    private final Duration back;
    private int placed;
    private boolean anyCancelled;

    /**
     * @param perMinute orders that the shop takes, until the ERP is back
     * @param slots calls at once that the ERP account bears
     */
    public record Plan(long seed, Duration lasts, int perMinute, int slots) {
        int orders() {
            return (int) (perMinute * lasts.plus(BEFORE).toSeconds() / 60);
        }

        @Override
        public String toString() {
            return "an ERP down for %s, %,d orders at %,d a minute, %d calls at once"
                    .formatted(lasts, orders(), perMinute, slots);
        }
    }

    /**
     * @param waited orders that were entered only when the ERP was back
     * @param refundsWaited refunds that could be given only then
     * @param drained how long it took until all orders were entered
     * @param refunded how long it took until those refunds were given
     * @param before orders that were entered before the last of those refunds was given
     */
    public record Ended(
            Plan plan,
            Findings findings,
            long steps,
            int waited,
            int refundsWaited,
            Duration drained,
            Duration refunded,
            int before,
            int mostInFlight) {

        /** True if refunds went first: at most a tenth of the orders were entered before them. */
        public boolean refundsFirst() {
            return refundsWaited > 0 && before * 10L <= waited;
        }

        public boolean held() {
            return findings.all().isEmpty() && mostInFlight <= plan.slots() && refundsFirst();
        }
    }

    private LongErpOutage(Plan plan) {
        this.plan = plan;
        this.chance = new SeededRandom(plan.seed());
        this.back = BEFORE.plus(plan.lasts());
        this.world =
                new World(
                        scheduler,
                        chance,
                        new ErpAccount(ErpBehaviour.UPSERT, plan.slots()),
                        new OutageWeather(scheduler, chance, BEFORE, back),
                        QueueHabits.GOOD,
                        Tampering.NONE,
                        Trace.NONE);
    }

    public static Ended run(Plan plan) {
        return new LongErpOutage(plan).run();
    }

    private Ended run() {
        place();
        world.sweepRegularly();
        boolean atRest = world.run(LONGEST) && world.mend(LONGEST);
        var findings = world.audit();
        if (!atRest) {
            findings.neverAtRest();
        }
        return ended(findings);
    }

    /** Places one order and schedules the next. */
    private void place() {
        boolean early = early(scheduler.sinceStart());
        boolean last = early && !early(scheduler.sinceStart().plus(pace()));
        // At least one order is cancelled: without a waiting refund, none could go first.
        boolean cancelled = early && (chance.below(100) < CANCELLED || (last && !anyCancelled));
        anyCancelled |= cancelled;
        world.shop()
                .place(
                        cancelled ? Kind.CANCELLED : Kind.PLAIN,
                        Duration.ZERO,
                        cancelled ? duringTheOutage() : Duration.ZERO);
        if (++placed < plan.orders()) {
            world.shop().expectMore(pace(), this::place);
        }
    }

    private Duration pace() {
        return Duration.ofMinutes(1).dividedBy(plan.perMinute());
    }

    /** Returns whether an order is early enough to be in the ERP before the outage begins. */
    private static boolean early(Duration at) {
        return at.compareTo(BEFORE.minusMinutes(1)) < 0;
    }

    private Duration duringTheOutage() {
        var until = BEFORE.minus(scheduler.sinceStart());
        return until.plus(
                chance.between(Duration.ZERO, plan.lasts().dividedBy(10).multipliedBy(9)));
    }

    private Ended ended(Findings findings) {
        var backAt = Scheduler.START.plus(back);
        var entered =
                world.erp().books().all().stream()
                        .map(Entry::enteredAt)
                        .filter(at -> !at.isBefore(backAt))
                        .toList();
        var refunds =
                world.shop().orders().stream()
                        .map(SimulatedShop::id)
                        .flatMap(order -> world.till().of(order).stream())
                        .map(PaymentBook.Given::givenAt)
                        .filter(at -> !at.isBefore(backAt))
                        .toList();
        var lastRefund = last(refunds, backAt);
        return new Ended(
                plan,
                findings,
                world.lambda().boundaries(),
                entered.size(),
                refunds.size(),
                Duration.between(backAt, last(entered, backAt)),
                Duration.between(backAt, lastRefund),
                (int) entered.stream().filter(at -> at.isBefore(lastRefund)).count(),
                world.erp().mostInFlight());
    }

    private static Instant last(List<Instant> times, Instant earliest) {
        return times.stream().max(Instant::compareTo).orElse(earliest);
    }
}
