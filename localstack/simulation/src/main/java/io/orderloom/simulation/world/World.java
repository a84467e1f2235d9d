package io.orderloom.simulation.world;

import io.orderloom.channel.shopify.ShopifyAdapter;
import io.orderloom.simulation.aws.QueueClient;
import io.orderloom.simulation.aws.SimulatedQueues;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.aws.TableClient;
import io.orderloom.simulation.aws.QueueTrouble;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.erp.ErpHost;
import io.orderloom.simulation.lambda.Outside;
import io.orderloom.simulation.lambda.SimulatedLambda;
import io.orderloom.simulation.lambda.SimulatedProcess;
import io.orderloom.simulation.oracle.Audit;
import io.orderloom.simulation.oracle.Findings;
import io.orderloom.simulation.schedule.Chance;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.shop.ShopOrder.Kind;
import io.orderloom.simulation.shop.SimulatedRefunds;
import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.simulation.shop.SimulatedSubscribers;
import io.orderloom.simulation.shop.Till;
import java.time.Duration;

/** The functions between a shop, an ERP and subscribers, all of it simulated but the functions. */
public final class World {
    private static final Duration LONGEST = Duration.ofDays(3);

    private final Schedule schedule;
    private final Tampering tampering;
    private final Scheduler scheduler = new Scheduler();
    private final Chance chance;
    private final Weather weather;
    private final SimulatedTable table = new SimulatedTable();
    private final SimulatedQueues queues;
    private final ErpHost erp;
    private final Till till;
    private final SimulatedSubscribers.Heard heard = new SimulatedSubscribers.Heard();
    private final SimulatedLambda lambda;
    private final SimulatedShop shop;

    public World(Schedule schedule, Tampering tampering, Trace trace) {
        this.schedule = schedule;
        this.tampering = tampering;
        this.chance = new Chance(schedule.seed());
        this.weather = new Weather(schedule, scheduler, chance);
        this.queues = new SimulatedQueues(scheduler, chance.happens(500));
        this.erp = new ErpHost(scheduler, weather, tampering.sight());
        this.till = new Till(scheduler);
        this.lambda =
                new SimulatedLambda(
                        scheduler,
                        chance,
                        weather,
                        trace,
                        Settings.CONFIG,
                        queues,
                        chance.happens(300) ? 150 : 0,
                        this::outside);
        this.shop = new SimulatedShop(scheduler, chance, trace, lambda);
    }

    private Outside outside(SimulatedProcess process) {
        return tampering
                .outside()
                .apply(
                        new Outside(
                                new QueueClient(
                                        queues,
                                        process,
                                        weather::queue,
                                        weather::delivery,
                                        lambda::look),
                                new TableClient(table, process, weather::table),
                                new ShopifyAdapter(),
                                new SimulatedRefunds(
                                        till,
                                        process,
                                        weather::refund,
                                        weather::refundUnseenFor),
                                erp.adapter(schedule.behaviour(), process),
                                new SimulatedSubscribers(
                                        heard, process, weather::deaf, weather::answerLost)));
    }

    /** Runs until nothing is left to do, and then looks at what came of it. */
    public Outcome run() {
        for (int i = 0; i < schedule.orders(); i++) {
            shop.place(
                    kind(),
                    chance.between(Duration.ZERO, schedule.within()),
                    chance.between(Duration.ZERO, Duration.ofMinutes(3)));
        }
        weather.blackouts()
                .forEach(after -> scheduler.after(after, () -> lambda.endAll("everything dies")));
        if (chance.happens(500)) {
            scheduler.after(
                    schedule.within().plus(chance.between(Duration.ZERO, Duration.ofMinutes(8))),
                    this::fixItems);
        }
        scheduler.run(() -> atRest() || scheduler.sinceStart().compareTo(LONGEST) > 0);
        var findings =
                new Audit(shop, table, queues, erp.books(), till, heard, Settings.SUBSCRIBERS)
                        .run();
        if (!atRest()) {
            findings.neverAtRest();
        }
        return new Outcome(
                schedule,
                findings,
                lambda.boundaries(),
                chance.fingerprint(),
                weather.wantedCrashes(),
                weather.wantedFaults(),
                scheduler.sinceStart());
    }

    /** Somebody sees the exceptions, enters the items, and asks for those orders again. */
    private void fixItems() {
        erp.learnItems();
        new Operator(
                        new QueueClient(
                                queues,
                                Boundaries.STEADY,
                                () -> QueueTrouble.NONE,
                                () -> Duration.ZERO,
                                lambda::look))
                .askAgain(
                        shop.orders().stream()
                                .filter(order -> order.kind() == Kind.UNKNOWN_ITEM)
                                .map(SimulatedShop::id));
    }

    private boolean atRest() {
        return shop.isDone() && queues.areEmpty() && lambda.isIdle() && erp.isIdle();
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
